import type { Database } from '#data/client.ts';
import type { LocalDatabase } from '../../netlify/dev/database.ts';
import { openPrepared } from './prepared-database.ts';

/** One for the whole worker, which each file of tests would otherwise open again. */
let opened: Promise<LocalDatabase> | undefined;

/** The database of this worker, empty, with every migration applied. It ends with the worker. */
export async function sharedDatabase(): Promise<LocalDatabase> {
  opened ??= openPrepared();
  const { database, url } = await opened;
  await emptyTables(database);
  return { database, url, close: async () => {} };
}

const TABLES = `SELECT string_agg(format('DELETE FROM %I', tablename), ';') AS emptying FROM pg_tables WHERE schemaname = 'public'`;

/** Each database's statement that empties its tables, made once. */
const emptyings = new WeakMap<Database, string>();

/** Deletes every row of every table. TRUNCATE says the same ten times as slowly where tables hold a few rows. */
export async function emptyTables(database: Database): Promise<void> {
  let emptying = emptyings.get(database);
  if (emptying === undefined) {
    const [tables] = await database.query<{ emptying: string }>(TABLES);
    emptying = tables?.emptying ?? '';
    emptyings.set(database, emptying);
  }
  await database.query(emptying);
}
