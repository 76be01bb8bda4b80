import { asc, isNull, type SQL, sql } from 'drizzle-orm';
import type { Sought } from '#domain/search/query.ts';
import type { Searchable } from '#domain/search/searchable.ts';
import type { Transaction } from './client.ts';
import { bookings, cases, enquiries } from './schema.ts';

// A case `c` is found by a part of its reference, or by words of what was sent. Which way to say so to PostgreSQL
// is quick depends on how many are found, and where they are in the list: the planner cannot know.

const byReference = ({ reference }: Sought) => sql`reference_ends @@ ${reference ?? null}::tsquery`;
const byWords = ({ words }: Sought) => sql`found_by @@ ${words ?? null}::tsquery`;

/** The ids of the cases that are found; one that is found in several ways comes for each. */
export const foundIds = (sought: Sought): SQL => sql`
  SELECT id FROM ${cases} WHERE ${byReference(sought)}
  UNION ALL SELECT case_id FROM ${enquiries} WHERE ${byWords(sought)}
  UNION ALL SELECT case_id FROM ${bookings} WHERE ${byWords(sought)}`;

/** For many: the ids of all that are found are remembered, and the cases gone through in their order. */
export const isAmongMany = (sought: Sought): SQL => sql`(
  coalesce(c.${byReference(sought)}, false)
  OR c.id IN (SELECT case_id FROM ${enquiries} WHERE ${byWords(sought)})
  OR c.id IN (SELECT case_id FROM ${bookings} WHERE ${byWords(sought)}))`;

/** For a handful of cases, of which many are found: each is looked at by itself, and the fences hold the planner to it. */
export const isFoundByItself = (sought: Sought): SQL => sql`(
  coalesce(c.${byReference(sought)}, false)
  OR EXISTS (SELECT FROM ${enquiries} WHERE case_id = c.id AND ${byWords(sought)} OFFSET 0)
  OR EXISTS (SELECT FROM ${bookings} WHERE case_id = c.id AND ${byWords(sought)} OFFSET 0))`;

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
