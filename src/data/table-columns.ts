import { sql } from 'drizzle-orm';
import type { Transaction } from './client.ts';

/** One column of one table, with names as SQL takes them. */
type Column = { table: string; column: string; type: string };

/** Every column of every table, so that a table added later is looked through too. */
const columnsOf = (tx: Transaction) =>
  tx.execute<Column>(sql`
    SELECT quote_ident(t.table_name) AS "table", quote_ident(c.column_name) AS "column",
      c.data_type AS type
    FROM information_schema.tables t JOIN information_schema.columns c
      ON c.table_schema = t.table_schema AND c.table_name = t.table_name
    WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
    ORDER BY 1, c.ordinal_position`);

/** Every table by name, with its columns. */
export const tablesOf = async (tx: Transaction): Promise<Map<string, Column[]>> =>
  Map.groupBy(await columnsOf(tx), ({ table }) => table);
