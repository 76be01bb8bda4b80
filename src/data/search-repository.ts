import { asc, isNull, type SQL, sql } from 'drizzle-orm';
import type { Sought } from '#domain/search/query.ts';
import type { Searchable } from '#domain/search/searchable.ts';
import type { Transaction } from './client.ts';
import { bookings, cases, enquiries } from './schema.ts';

/** Beyond this many it costs less to look through the newest cases until a page is full than to put all in order. */
const MOST_GATHERED = 1_500;

/**
 * A case `c` is found by a part of its reference, or by words of what was sent. With a fence the planner looks
 * case by case; without, it may gather every row that is found first.
 */
const isFound = ({ reference, words }: Sought, fence = sql``) => sql`(
  coalesce(c.reference_ends @@ ${reference ?? null}::tsquery, false)
  OR EXISTS (SELECT FROM ${enquiries} e WHERE e.case_id = c.id AND e.found_by @@ ${words ?? null}::tsquery ${fence})
  OR EXISTS (SELECT FROM ${bookings} b WHERE b.case_id = c.id AND b.found_by @@ ${words ?? null}::tsquery ${fence}))`;

/** Picks out every case that is found, for all of them to be read. */
export const eachFound = (sought: Sought): SQL => isFound(sought);

/** Picks out the cases that are found, for a list that shows the newest of them. */
export async function newestFound(tx: Transaction, sought: Sought): Promise<SQL> {
  const { reference, words } = sought;
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT id FROM ${cases} WHERE reference_ends @@ ${reference ?? null}::tsquery
    UNION ALL SELECT case_id FROM ${enquiries} WHERE found_by @@ ${words ?? null}::tsquery
    UNION ALL SELECT case_id FROM ${bookings} WHERE found_by @@ ${words ?? null}::tsquery
    LIMIT ${MOST_GATHERED + 1}`);
  if (rows.length > MOST_GATHERED) return isFound(sought, sql`OFFSET 0`);
  return sql`c.id = ANY (${sql.param(rows.map(({ id }) => id))}::uuid[])`;
}

const TEXTS = {
  enquiries: [
    enquiries.organisation,
    enquiries.name,
    enquiries.role,
    enquiries.email,
    enquiries.when,
    enquiries.message,
  ],
  bookings: [bookings.name, bookings.email, bookings.organisation, bookings.topic],
};

const TABLES = { enquiries, bookings };

/** A table whose rows are searched. */
export type Searched = keyof typeof TABLES;

export const SEARCHED = Object.keys(TABLES) as Searched[];

/** A row that was written before search had a column of its own: its telephone and its texts. */
export interface Unfolded {
  id: string;
  phone: string | null;
  texts: (string | null)[];
}

/** Up to `most` rows of a table that are not folded; correcting one folds it too, and is waited for. */
export async function findUnfolded(
  tx: Transaction,
  searched: Searched,
  most: number,
): Promise<Unfolded[]> {
  const { id, phone, folded } = TABLES[searched];
  const texts = sql<(string | null)[]>`ARRAY[${sql.join(TEXTS[searched], sql`, `)}]`;
  return tx
    .select({ id, phone, texts })
    .from(TABLES[searched])
    .where(isNull(folded))
    .orderBy(asc(id))
    .limit(most);
}

/** Writes how rows are found, but over those that were folded meanwhile. */
export async function writeFolded(
  tx: Transaction,
  searched: Searched,
  rows: readonly (Searchable & { id: string })[],
): Promise<void> {
  const table = TABLES[searched];
  await tx.execute(sql`
    UPDATE ${table} SET folded = given.folded, phone_number = given.phone_number
    FROM unnest(
      ${sql.param(rows.map(({ id }) => id))}::uuid[],
      ${sql.param(rows.map(({ folded }) => folded))}::text[],
      ${sql.param(rows.map(({ phoneNumber }) => phoneNumber ?? null))}::text[]
    ) AS given (id, folded, phone_number)
    WHERE ${table.id} = given.id AND ${table.folded} IS NULL`);
}
