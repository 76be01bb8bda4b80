import { soughtIn } from '#domain/search/query.ts';
import type { App } from '../app.ts';
import { fillSearch } from './fill-search.ts';

/** What narrows cases to those found, as SQL about a case `c`, and the values it speaks of: $2, and $3. */
export interface Found {
  where: string;
  values: readonly [unknown, unknown];
}

/** The longest a search waits for what was sent before search was kept. */
const FOLDING_MS = 2_000;

/** Beyond this many it costs less to look through the newest cases until a page is full than to put all in order. */
const MOST_GATHERED = 1_500;

/** A part of a reference is $1, the words of what was sent $2. */
const GATHERED = `SELECT id FROM cases WHERE reference_ends @@ $1::tsquery
  UNION ALL SELECT case_id FROM enquiries WHERE found_by @@ $2::tsquery
  UNION ALL SELECT case_id FROM bookings WHERE found_by @@ $2::tsquery
  LIMIT ${MOST_GATHERED + 1}`;

/**
 * The same of one case `c`, when the part of a reference is $2 and the words are $3. With a fence the planner looks
 * case by case; without, it may gather every row that is found first.
 */
const isFound = (fence: '' | 'OFFSET 0') => `(coalesce(c.reference_ends @@ $2::tsquery, false)
  OR EXISTS (SELECT FROM enquiries e WHERE e.case_id = c.id AND e.found_by @@ $3::tsquery ${fence})
  OR EXISTS (SELECT FROM bookings b WHERE b.case_id = c.id AND b.found_by @@ $3::tsquery ${fence}))`;

const termsOf = (q: string) => {
  const { reference, words } = soughtIn(q);
  return [reference ?? null, words ?? null] as const;
};

/** What a search for `q` finds, for all of it to be read. */
export const eachFoundBy = (q: string): Found => ({ where: isFound(''), values: termsOf(q) });

/** What a search for `q` finds, for a list that shows the newest of them. */
export async function newestFoundBy(app: App, q: string): Promise<Found> {
  await fillSearch(app, FOLDING_MS);
  const terms = termsOf(q);
  const rows = await app.database.query<{ id: string }>(GATHERED, terms);
  if (rows.length > MOST_GATHERED) return { where: isFound('OFFSET 0'), values: terms };
  return {
    where: 'c.id = ANY ($2::uuid[]) AND $3::text IS NULL',
    values: [rows.map(({ id }) => id), null],
  };
}
