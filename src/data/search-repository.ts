import { asc, isNull, type SQL, sql } from 'drizzle-orm';
import type { Sought } from '#domain/search/query.ts';
import type { Searchable } from '#domain/search/searchable.ts';
import type { Transaction } from './client.ts';
import { bookings, caseWords, enquiries } from './schema.ts';

const holds = ({ words }: Sought) => sql`words @@ ${words ?? null}::tsquery`;

/** A case `c` is found. */
export const isFound = (sought: Sought): SQL =>
  sql`c.id IN (SELECT case_id FROM ${caseWords} WHERE ${holds(sought)})`;

/** The same for a handful of cases: each is looked at by itself, and the fence holds the planner to it. */
export const isFoundByItself = (sought: Sought): SQL =>
  sql`EXISTS (SELECT FROM ${caseWords} WHERE case_id = c.id AND ${holds(sought)} OFFSET 0)`;

/**
 * All cases that are found, with what lists are put in order and filtered by: to be read from as `c`. The planner must not know
 * what is looked for, or it reads a word that many cases have from each row, which takes ten times as long as the
 * index; and the fence keeps it from going through all cases in their order.
 */
export const allFound = ({ words }: Sought): SQL => sql`(
  SELECT case_id AS id, last_contact_at, quarantined_at, waits_from, settled FROM ${caseWords}
  WHERE words @@ (SELECT ${words ?? null}::tsquery) OFFSET 0)`;

/**
 * The columns kept beside a row for search: its number in one way, and its words folded. Reading telephones takes a
 * while to load: only what writes one waits for it.
 */
export async function searchColumns(
  texts: readonly (string | undefined)[],
  phone: string | undefined,
) {
  const { searchable } = await import('#domain/search/searchable.ts');
  const { phoneNumber, folded } = searchable(texts, phone);
  return { phoneNumber: phoneNumber ?? null, folded };
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
