import type { Database } from '#data/client.ts';

/**
 * Makes a database take no writes, or take them again: on the connection that is open, and on each that is opened after
 * a query failed, since a server’s connection is not used again then.
 */
export async function setReadOnly(database: Database, readOnly: boolean): Promise<void> {
  const to = readOnly ? 'on' : 'off';
  const always = `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = ${to}', current_database()); END $$`;
  const now = `SET default_transaction_read_only = ${to}`;
  for (const statement of readOnly ? [always, now] : [now, always]) await database.query(statement);
}
