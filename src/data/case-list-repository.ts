import { type SQL, sql } from 'drizzle-orm';
import type { CaseStatus } from '#domain/cases/case-status.ts';
import { type CaseFilter, NOBODY, PAGE_LENGTH, type PageStart } from '#domain/desk/cases-query.ts';
import type { Sought } from '#domain/search/query.ts';
import { dayFromIso } from '#domain/time/day.ts';
import {
  type CallerRow,
  callerFromRow,
  LAST_DECISION,
  nextCallAt,
  PERSON,
  PERSON_COLUMNS,
  statusAt,
  waitsAt,
} from './case-fragments.ts';
import type { Transaction } from './client.ts';
import { onHoldSql } from './hold-repository.ts';
import { bookings, cases, complaints, holds } from './schema.ts';
import { allFound, isFoundByItself } from './search-repository.ts';

/** Each filter as a condition on a case `c`, what is cheap to know first. */
const FILTERED: Readonly<Record<CaseFilter, (now: Date) => SQL>> = {
  all: () => sql`true`,
  waiting: waitsAt,
  quarantine: () => sql`c.id IN (
    SELECT id FROM ${cases} WHERE quarantined_at IS NOT NULL
    UNION SELECT case_id FROM ${bookings} WHERE quarantined_at IS NOT NULL AND cancelled_at IS NULL)`,
  complaints: () => sql`c.id IN (SELECT case_id FROM ${complaints})`,
  'on-hold': () => sql`c.id IN (SELECT case_id FROM ${holds})`,
  closed: (now) => sql`c.settled = 'closed' AND c.quarantined_at IS NULL
    AND (c.waits_from <= ${now}) IS NOT TRUE`,
};

/** A case `c` is let through by a filter at an instant. */
const isFiltered = (filter: CaseFilter, now: Date): SQL => FILTERED[filter](now);

/** A case `c` is seen to by one of the staff, by nobody in particular or, where that is not asked, by anybody. */
function isOwned(owner: string | undefined): SQL {
  if (owner === undefined) return sql`true`;
  return owner === NOBODY ? sql`c.owner IS NULL` : sql`c.owner = ${owner}`;
}

/** A case `c` is let through by what a listing asks for, search apart. */
export const isLetThrough = ({ filter, owner, now }: Listing): SQL =>
  sql`${isFiltered(filter, now)} AND ${isOwned(owner)}`;

/** The same where `c` is what a search found, which does not know the owner. */
const isFoundLetThrough = ({ filter, owner, now }: Listing): SQL =>
  owner === undefined
    ? isFiltered(filter, now)
    : sql`${isFiltered(filter, now)} AND c.id IN (SELECT c.id FROM ${cases} c WHERE ${isOwned(owner)})`;

/** A case as a list tells of it. Instants are in milliseconds. */
export interface CaseListed {
  reference: string;
  name: string | undefined;
  organisation: string | undefined;
  owner: string | undefined;
  status: CaseStatus;
  lastContactAt: number;
  /** The start of its next call, or of the one under way. */
  nextCall: number | undefined;
  /** How many calls it has to come or under way, that one among them. */
  callsAhead: number;
  /** Since when it is a complaint that is open (milliseconds); `ended` for one that was. */
  complaint: number | 'ended' | undefined;
  onHold: boolean;
  /** The London day that is set to look at it again, come or not. */
  again: number | undefined;
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
  /** An address of the staff in lower case, or nobody’s; left out for everybody’s. */
  owner?: string | undefined;
  now: Date;
  sought: Sought | undefined;
}

/** How many of the nearest cases are looked through by themselves before all that are found are put in order. */
const NEAR = 400;

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
const casesFrom = (start: PageStart, listing: Listing, most: number) => sql`
  SELECT c.id, c.last_contact_at, false AS beyond FROM ${cases} c
  WHERE ${isLetThrough(listing)} AND ${isPast(start)}
  ORDER BY ${orderFrom(start)} LIMIT ${most}`;

/** Those of the nearest cases that are found, until a page is full; else the first case `beyond` them comes last. */
const foundNear = (start: PageStart, listing: Listing, sought: Sought, near: number) => sql`
  SELECT c.id, c.place > ${near} AS beyond
  FROM (SELECT c.*, row_number() OVER (ORDER BY ${orderFrom(start)}) AS place
    FROM (${casesFrom(start, listing, near + 1)}) c) c
  WHERE c.place > ${near} OR ${isFoundByItself(sought)}
  ORDER BY ${orderFrom(start)} LIMIT ${PAGE_AND_ONE}`;

/** Those of all that are found which a page holds, and one more. */
const foundAnywhere = (start: PageStart, listing: Listing, sought: Sought) => sql`
  SELECT c.id, false AS beyond FROM ${allFound(sought)} c
  WHERE ${isPast(start)} AND ${isFoundLetThrough(listing)}
  ORDER BY ${orderFrom(start)} LIMIT ${PAGE_AND_ONE}`;

type ListedRow = CallerRow & {
  id: string;
  beyond: boolean;
  status: CaseStatus;
  last_contact_at: Date;
  next_call: Date | null;
  calls_ahead: number;
  complained_at: Date | null;
  complaint_ended: boolean;
  on_hold: boolean;
  follow_up: string | null;
  /** The same moment, in microseconds. */
  at: string;
};

/** What is told of the cases that `listed` picks out: they are found first, and only they are told of. */
const told = (start: PageStart, { now }: Listing, listed: SQL) => sql`
  SELECT ${PERSON_COLUMNS}, c.id, listed.beyond, ${statusAt(now)} AS status, c.last_contact_at,
    (extract(epoch FROM c.last_contact_at) * 1000000)::bigint::text AS at, next_call.at AS next_call,
    (SELECT count(*)::int FROM ${bookings} held
      WHERE held.case_id = c.id AND held.during IS NOT NULL AND held.ends_at > ${now}) AS calls_ahead,
    complaint.received_at AS complained_at, complaint.ended_at IS NOT NULL AS complaint_ended,
    ${onHoldSql(sql`c.id`)} AS on_hold, decided.follow_up
  FROM (${listed}) listed JOIN ${cases} c USING (id) ${nextCallAt(now)} ${PERSON} ${LAST_DECISION}
    LEFT JOIN ${complaints} complaint ON complaint.case_id = c.id
  ORDER BY ${orderFrom(start)}`;

/**
 * The rows of a page and one more, in the order they are read in. Words that many cases have fill it from the nearest
 * of them; others are so few that all that are found are put in order.
 */
async function findRows(
  tx: Transaction,
  start: PageStart,
  listing: Listing,
  near: number,
): Promise<ListedRow[]> {
  const { sought } = listing;
  const rowsOf = (listed: SQL) => tx.execute<ListedRow>(told(start, listing, listed));
  if (!sought) return rowsOf(casesFrom(start, listing, PAGE_AND_ONE));
  const rows = await rowsOf(foundNear(start, listing, sought, near));
  if (!rows.some(({ beyond }) => beyond)) return rows;
  return rowsOf(foundAnywhere(start, listing, sought));
}

const listedOf = (row: ListedRow): CaseListed => ({
  ...callerFromRow(row),
  status: row.status,
  lastContactAt: row.last_contact_at.getTime(),
  nextCall: row.next_call?.getTime(),
  callsAhead: row.calls_ahead,
  complaint: row.complaint_ended ? 'ended' : row.complained_at?.getTime(),
  onHold: row.on_hold,
  again: row.follow_up === null ? undefined : dayFromIso(row.follow_up),
});

const nextTo = (way: 'after' | 'before', row: ListedRow | undefined): PageStart =>
  row ? { way, at: row.at, id: row.id } : 'first';

/** A page of cases, those we were last in touch with first. One that would begin before the first is the first. */
export async function findPage(
  tx: Transaction,
  start: PageStart,
  listing: Listing,
  near = NEAR,
): Promise<CasesPage> {
  const rows = await findRows(tx, start, listing, near);
  const isMore = rows.length > PAGE_LENGTH;
  const isBackwards = start !== 'first' && start.way === 'before';
  if (isBackwards && !isMore) return findPage(tx, 'first', listing, near);
  const read = rows.slice(0, PAGE_LENGTH);
  const shown = isBackwards ? read.reverse() : read;
  return {
    cases: shown.map(listedOf),
    newer: start === 'first' ? undefined : nextTo('before', shown[0]),
    older: isMore || isBackwards ? nextTo('after', shown.at(-1)) : undefined,
  };
}
