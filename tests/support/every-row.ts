import type { TestApp } from './app.ts';

/** Every row of every table, as text: two readings that are equal are a database nothing happened to. */
export async function everyRow({ app }: TestApp): Promise<string[]> {
  const tables = await app.database.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await app.database.query<{ row: string }>(
      `SELECT each::text AS row FROM ${name} AS each ORDER BY 1`,
    );
    rows.push(...found.map(({ row }) => `${name} ${row}`));
  }
  return rows;
}
