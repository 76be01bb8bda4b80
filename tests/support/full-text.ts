import type { Transaction } from '#data/client.ts';

/** A value as text, whatever the driver made of it: bytes as the characters they may be. */
const asText = (_: string, value: unknown) => {
  if (value && typeof value === 'object' && 'type' in value && value.type === 'Buffer') {
    return Buffer.from((value as unknown as { data: number[] }).data).toString('latin1');
  }
  return value;
};

/** Every row of every table there is, as text, by table: tables are found, not listed. */
export async function everyText(database: Transaction): Promise<Map<string, string>> {
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm')
       AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`,
  );
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    texts.set(name, JSON.stringify(await database.query(`SELECT * FROM ${name}`), asText));
  }
  return texts;
}

/** The tables in which a pattern is found. */
export async function tablesWith(database: Transaction, pattern: RegExp): Promise<string[]> {
  const texts = await everyText(database);
  return [...texts].filter(([, text]) => pattern.test(text)).map(([name]) => name);
}
