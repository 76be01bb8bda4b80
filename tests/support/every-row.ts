import type { Database } from '#data/client.ts';
import type { TestApp } from './app.ts';

const READING = `SELECT string_agg(
    format('SELECT %L || '' '' || each::text AS row FROM %I AS each', tablename, tablename), ' UNION ALL '
  ) || ' ORDER BY 1' AS reading FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'refusals'`;

/** Each database's statement that reads its tables, made once. */
const readings = new WeakMap<Database, string>();

async function readingOf(database: Database): Promise<string> {
  const known = readings.get(database);
  if (known !== undefined) return known;
  const [made] = await database.query<{ reading: string }>(READING);
  const reading = made?.reading ?? '';
  readings.set(database, reading);
  return reading;
}

/** That somebody read a case, which is no change of anything. */
const READ = /^audit \(.*"case (?:read|exported)"/;

/**
 * Every row of every table, as text: two readings that are equal are a database nothing happened to. Traces of reading
 * and of refusing are left out: they are what is to be there afterwards, and have tests of their own.
 */
export async function everyRow({ app: { database } }: TestApp): Promise<string[]> {
  const rows = await database.query<{ row: string }>(await readingOf(database));
  return rows.map(({ row }) => row).filter((row) => !READ.test(row));
}
