import { searchable } from '#domain/search/searchable.ts';
import type { App } from '../app.ts';

/** How many rows are folded by one statement. */
const BATCH = 200;

interface Unfolded {
  id: string;
  phone: string | null;
  texts: (string | null)[];
}

/** The texts of each table that are searched. */
const TEXTS = {
  enquiries: 'organisation, name, role, email, starting, message',
  bookings: 'name, email, organisation, topic',
} as const;

type Table = keyof typeof TEXTS;

/** Rows that were written before search had a column of its own; correcting one folds it too, and is waited for. */
const unfolded = (table: Table) =>
  `SELECT id, phone, ARRAY[${TEXTS[table]}] AS texts FROM ${table}
   WHERE folded IS NULL ORDER BY id LIMIT ${BATCH}`;

const write = (table: Table) =>
  `UPDATE ${table} t SET folded = given.folded, phone_number = given.phone_number
   FROM unnest($1::uuid[], $2::text[], $3::text[]) AS given (id, folded, phone_number)
   WHERE t.id = given.id AND t.folded IS NULL`;

/** Folds one batch; false when nothing was left to fold. */
async function fillBatch(app: App, table: Table): Promise<boolean> {
  const rows = await app.database.query<Unfolded>(unfolded(table));
  if (rows.length === 0) return false;
  const found = rows.map(({ phone, texts }) =>
    searchable(
      texts.map((text) => text ?? undefined),
      phone ?? undefined,
    ),
  );
  await app.database.query(write(table), [
    rows.map(({ id }) => id),
    found.map(({ folded }) => folded),
    found.map(({ phoneNumber }) => phoneNumber ?? null),
  ]);
  return rows.length === BATCH;
}

/**
 * Folds what was sent before search had a column of its own, and reads its telephones, until nothing is left or
 * `forMs` have passed; what is left is the next run's. Where nothing is left it costs two look-ups.
 */
export async function fillSearch(app: App, forMs: number): Promise<void> {
  const until = Date.now() + forMs;
  for (const table of Object.keys(TEXTS) as Table[]) {
    while (Date.now() < until && (await fillBatch(app, table)));
  }
}
