import { type SQL, sql } from 'drizzle-orm';
import type { CaseStatus, WaitsBecause } from '#domain/cases/case-status.ts';
import { type CaseFilter, PAGE_LENGTH, type PageStart } from '#domain/desk/cases-query.ts';
import type { Sought } from '#domain/search/query.ts';
import {
  type CallerRow,
  callerOf,
  nextCallAt,
  PERSON,
  PERSON_COLUMNS,
  statusAt,
  waitsAt,
} from './case-fragments.ts';
import type { Transaction } from './client.ts';
import { bookings, cases } from './schema.ts';
import { foundIds, isAmongMany, isFoundByItself } from './search-repository.ts';

/** How a case is at an instant. */
export interface CaseNow {
  status: CaseStatus;
  /** Since when and why it waits, if it does at this moment or will once a call has passed. */
  waits: { since: number; because: WaitsBecause } | undefined;
  /** The call that says who it is from, where there is no enquiry. */
  contactCallId: string | undefined;
  lastContactAt: Date;
}

type Case = typeof cases.$inferSelect;

/** How a case is at an instant, if it is still kept. */
export async function findCaseNow(
  tx: Transaction,
  id: string,
  now: Date,
): Promise<CaseNow | undefined> {
  type Row = { status: CaseStatus } & Pick<
    Case,
    'waitingSince' | 'waitsBecause' | 'contactBookingId' | 'lastContactAt'
  >;
  const [row] = await tx.execute<Row>(sql`
    SELECT ${statusAt(now)} AS status, waiting_since AS "waitingSince", waits_because AS "waitsBecause",
      contact_booking_id AS "contactBookingId", last_contact_at AS "lastContactAt"
    FROM ${cases} c ${nextCallAt(now)} WHERE c.id = ${id}`);
  if (!row) return undefined;
  const { status, waitingSince, waitsBecause, contactBookingId, lastContactAt } = row;
  return {
    status,
    waits:
      waitingSince && waitsBecause
        ? { since: waitingSince.getTime(), because: waitsBecause }
        : undefined,
    contactCallId: contactBookingId ?? undefined,
    lastContactAt,
  };
}

/** Each filter as a condition on a case `c`, what is cheap to know first. */
const FILTERED: Readonly<Record<CaseFilter, (now: Date) => SQL>> = {
  all: () => sql`true`,
  waiting: waitsAt,
  quarantine: () => sql`c.id IN (
    SELECT id FROM ${cases} WHERE quarantined_at IS NOT NULL
    UNION SELECT case_id FROM ${bookings} WHERE quarantined_at IS NOT NULL AND cancelled_at IS NULL)`,
  closed: (now) => sql`c.settled = 'closed' AND c.quarantined_at IS NULL
    AND (c.waits_from <= ${now}) IS NOT TRUE AND NOT EXISTS (
      SELECT FROM ${bookings} WHERE case_id = c.id AND during IS NOT NULL AND ends_at > ${now})`,
};

/** A case `c` is let through by a filter at an instant. */
export const isFiltered = (filter: CaseFilter, now: Date): SQL => FILTERED[filter](now);

/** A case as a list tells of it. Instants are in milliseconds. */
export interface CaseListed {
  reference: string;
  name: string | undefined;
  organisation: string | undefined;
  status: CaseStatus;
  lastContactAt: number;
  /** The start of its next call, or of the one under way. */
  nextCall: number | undefined;
}

/** One page of a list, and where the pages before and after it begin, if there are any. */
export interface CasesPage {
  cases: readonly CaseListed[];
  newer: PageStart | undefined;
  older: PageStart | undefined;
}

/** Which cases are asked for: those that a filter lets through at an instant and, if any are sought, are found. */
export interface Listing {
  filter: CaseFilter;
  now: Date;
  sought: Sought | undefined;
}

/** At most so `few` that are found are put in order; of more, a page is looked for among the `near` cases first. */
const LIMITS = { few: 1_000, near: 400 };

const NEWEST_FIRST = sql`c.last_contact_at DESC, c.id`;
const OLDEST_FIRST = sql`c.last_contact_at, c.id DESC`;

const orderFrom = (start: PageStart) =>
  start !== 'first' && start.way === 'before' ? OLDEST_FIRST : NEWEST_FIRST;

/** A case comes after where a page begins, in the order it is read in. The index on the instant finds the first. */
function isPast(start: PageStart): SQL {
  if (start === 'first') return sql`true`;
  const at = sql`('epoch'::timestamptz + ${start.at}::bigint * interval '1 microsecond')`;
  return start.way === 'after'
    ? sql`c.last_contact_at <= ${at} AND (c.last_contact_at < ${at} OR c.id > ${start.id}::uuid)`
    : sql`c.last_contact_at >= ${at} AND (c.last_contact_at > ${at} OR c.id < ${start.id}::uuid)`;
}

/** A page, and the first case of the page after it. */
const PAGE_AND_ONE = PAGE_LENGTH + 1;

/** The cases to be listed from a start on, in order. */
const casesFrom = (
  start: PageStart,
  { filter, now }: Listing,
  most: number,
  found = sql`true`,
) => sql`
  SELECT c.id, c.last_contact_at, c.reference_ends, false AS beyond FROM ${cases} c
  WHERE ${isFiltered(filter, now)} AND ${isPast(start)} AND ${found}
  ORDER BY ${orderFrom(start)} LIMIT ${most}`;

/** Those of the nearest cases that are found, until a page is full; else the first case `beyond` them comes last. */
const foundNear = (start: PageStart, listing: Listing, sought: Sought, near: number) => sql`
  SELECT c.id, c.place > ${near} AS beyond
  FROM (SELECT c.*, row_number() OVER (ORDER BY ${orderFrom(start)}) AS place
    FROM (${casesFrom(start, listing, near + 1)}) c) c
  WHERE c.place > ${near} OR ${isFoundByItself(sought)}
  ORDER BY ${orderFrom(start)} LIMIT ${PAGE_AND_ONE}`;

type ListedRow = CallerRow & {
  id: string;
  beyond: boolean;
  status: CaseStatus;
  last_contact_at: Date;
  next_call: Date | null;
  /** The same moment, in microseconds. */
  at: string;
};

/** What is told of the cases that `listed` picks out: they are found first, and only they are told of. */
const told = (start: PageStart, { now }: Listing, listed: SQL) => sql`
  SELECT ${PERSON_COLUMNS}, c.id, listed.beyond, ${statusAt(now)} AS status, c.last_contact_at,
    (extract(epoch FROM c.last_contact_at) * 1000000)::bigint::text AS at, next_call.at AS next_call
  FROM (${listed}) listed JOIN ${cases} c USING (id) ${nextCallAt(now)} ${PERSON}
  ORDER BY ${orderFrom(start)}`;

/** The rows of a page and one more, if no more than a few are found: all that are found are gathered, and put in order. */
async function rowsOfFew(
  tx: Transaction,
  start: PageStart,
  listing: Listing,
  { sought, few }: { sought: Sought; few: number },
): Promise<ListedRow[] | undefined> {
  const isFew = sql`(SELECT count(*) FROM gathered) <= ${few}`;
  const isGathered = sql`${isFew} AND c.id IN (SELECT id FROM gathered)`;
  const rows = await tx.execute<ListedRow & { few: boolean }>(sql`
    WITH gathered AS MATERIALIZED (${foundIds(sought)} LIMIT ${few + 1})
    SELECT ${isFew} AS few, c.* FROM (VALUES (1)) one
    LEFT JOIN (${told(start, listing, casesFrom(start, listing, PAGE_AND_ONE, isGathered))}) c ON true
    ORDER BY ${orderFrom(start)}`);
  // A row comes even where no case does, to say which it was.
  return rows[0]?.few ? rows.filter(({ id }) => id !== null) : undefined;
}

/** The rows of a page and one more, in the order they are read in. */
async function findRows(
  tx: Transaction,
  start: PageStart,
  listing: Listing,
  { few, near }: typeof LIMITS,
): Promise<ListedRow[]> {
  const { sought } = listing;
  const rowsOf = (listed: SQL) => tx.execute<ListedRow>(told(start, listing, listed));
  if (!sought) return rowsOf(casesFrom(start, listing, PAGE_AND_ONE));
  const gathered = await rowsOfFew(tx, start, listing, { sought, few });
  if (gathered) return gathered;
  const rows = await rowsOf(foundNear(start, listing, sought, near));
  if (!rows.some(({ beyond }) => beyond)) return rows;
  return rowsOf(casesFrom(start, listing, PAGE_AND_ONE, isAmongMany(sought)));
}

const listedOf = (row: ListedRow): CaseListed => ({
  ...callerOf(row),
  status: row.status,
  lastContactAt: row.last_contact_at.getTime(),
  nextCall: row.next_call?.getTime(),
});

const nextTo = (way: 'after' | 'before', row: ListedRow | undefined): PageStart =>
  row ? { way, at: row.at, id: row.id } : 'first';

/** A page of cases, those we were last in touch with first. One that would begin before the first is the first. */
export async function findPage(
  tx: Transaction,
  start: PageStart,
  listing: Listing,
  limits = LIMITS,
): Promise<CasesPage> {
  const rows = await findRows(tx, start, listing, limits);
  const isMore = rows.length > PAGE_LENGTH;
  const isBackwards = start !== 'first' && start.way === 'before';
  if (isBackwards && !isMore) return findPage(tx, 'first', listing, limits);
  const read = rows.slice(0, PAGE_LENGTH);
  const shown = isBackwards ? read.reverse() : read;
  return {
    cases: shown.map(listedOf),
    newer: start === 'first' ? undefined : nextTo('before', shown[0]),
    older: isMore || isBackwards ? nextTo('after', shown.at(-1)) : undefined,
  };
}
