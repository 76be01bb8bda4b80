import { eq, isNull, type SQL, sql } from 'drizzle-orm';
import { IN_OWN_WORDS } from '#domain/desk/acts.ts';
import type { Sought } from '#domain/search/query.ts';
import type { Searchable } from '#domain/search/searchable.ts';
import type { Transaction } from './client.ts';
import { bookings, caseActs, caseWords, enquiries } from './schema.ts';

const matches = ({ words }: Sought) => sql`words @@ ${words ?? null}::tsquery`;

/** A case `c` is found. */
export const isFound = (sought: Sought): SQL =>
  sql`c.id IN (SELECT case_id FROM ${caseWords} WHERE ${matches(sought)})`;

/** The same for a handful of cases: each is looked at by itself, and the fence holds the planner to it. */
export const isFoundByItself = (sought: Sought): SQL =>
  sql`EXISTS (SELECT FROM ${caseWords} WHERE case_id = c.id AND ${matches(sought)} OFFSET 0)`;

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
): Promise<{ phoneNumber: string | null; folded: string }> {
  const { searchable } = await import('#domain/search/searchable.ts');
  const { phoneNumber, folded } = searchable(texts, phone);
  return { phoneNumber: phoneNumber ?? null, folded };
}

/** Written out, as the index of what is still to be folded has it. */
const inOwnWords = sql.raw(IN_OWN_WORDS.map((act) => `'${act}'`).join(', '));

/** The texts by which an enquiry and a call are found: whatever writes or folds one reads this list. */
export const SEARCHED_TEXTS = {
  enquiries: ['organisation', 'name', 'role', 'email', 'postalAddress', 'when', 'message'],
  bookings: ['name', 'email', 'organisation', 'topic'],
} as const;

/** A table whose rows are searched: what of them is, and which are still to be folded. */
const TABLES = {
  enquiries: {
    table: enquiries,
    texts: SEARCHED_TEXTS.enquiries.map((name) => enquiries[name]),
    phone: enquiries.phone,
    toFold: isNull(enquiries.folded),
  },
  bookings: {
    table: bookings,
    texts: SEARCHED_TEXTS.bookings.map((name) => bookings[name]),
    phone: bookings.phone,
    toFold: isNull(bookings.folded),
  },
  caseActs: {
    table: caseActs,
    texts: [caseActs.words],
    phone: undefined,
    toFold: sql`${caseActs.folded} IS NULL AND ${caseActs.words} IS NOT NULL AND ${caseActs.act} IN (${inOwnWords})`,
  },
};

/** A table whose rows are searched. */
export type Searched = keyof typeof TABLES;

export const SEARCHED = Object.keys(TABLES) as Searched[];

/** A row that was written before search had a column of its own: its telephone and its texts. */
export interface Unfolded {
  id: string;
  phone: string | null;
  texts: (string | null)[];
}

/** Rows of a table that are not folded: those of one case, or up to `most` of all; correcting one folds it too, and is waited for. */
export async function findUnfolded(
  tx: Transaction,
  searched: Searched,
  which: { caseId: string } | { most: number },
): Promise<Unfolded[]> {
  const { table, texts, phone, toFold } = TABLES[searched];
  const [among, limit] =
    'caseId' in which
      ? [eq(table.caseId, which.caseId), sql``]
      : [sql`true`, sql`LIMIT ${which.most}`];
  return tx.execute<Unfolded & Record<string, unknown>>(sql`
    SELECT ${table.id}::text AS id, ${phone ?? null}::text AS phone, ARRAY[${sql.join(texts, sql`, `)}] AS texts
    FROM ${table} WHERE ${toFold} AND ${among} ORDER BY ${table.id} ${limit}`);
}

/** Writes how rows are found, but over those that were folded meanwhile. */
export async function writeFolded(
  tx: Transaction,
  searched: Searched,
  rows: readonly (Searchable & { id: string })[],
): Promise<void> {
  const { table, phone } = TABLES[searched];
  const numbers = phone ? sql`, phone_number = given.phone_number` : sql``;
  await tx.execute(sql`
    UPDATE ${table} SET folded = given.folded${numbers}
    FROM unnest(
      ${sql.param(rows.map(({ id }) => id))}::text[],
      ${sql.param(rows.map(({ folded }) => folded))}::text[],
      ${sql.param(rows.map(({ phoneNumber }) => phoneNumber ?? null))}::text[]
    ) AS given (id, folded, phone_number)
    WHERE ${table.id} = given.id::${sql.raw(table.id.getSQLType())} AND ${table.folded} IS NULL`);
}
