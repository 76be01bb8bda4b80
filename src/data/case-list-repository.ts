import { type SQL, sql } from 'drizzle-orm';
import type { CaseStatus, WaitsBecause } from '#domain/cases/case-status.ts';
import { type CaseFilter, PAGE_LENGTH } from '#domain/desk/cases-query.ts';
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
  quarantine: () => sql`(c.quarantined_at IS NOT NULL OR c.id IN (
    SELECT case_id FROM ${bookings} WHERE quarantined_at IS NOT NULL AND cancelled_at IS NULL))`,
  closed: (now) => sql`c.settled = 'closed' AND c.quarantined_at IS NULL
    AND (c.waits_from <= ${now}) IS NOT TRUE AND NOT EXISTS (
      SELECT FROM ${bookings} WHERE case_id = c.id AND during IS NOT NULL AND ends_at > ${now})`,
};

/** Which cases are asked for: those a filter lets through at an instant and, if any were looked for, that are `found`. */
export interface Narrowing {
  filter: CaseFilter;
  now: Date;
  found: SQL | undefined;
}

/** The same as a condition on a case `c`. */
export const narrowed = ({ filter, now, found = sql`true` }: Narrowing): SQL =>
  sql`${FILTERED[filter](now)} AND ${found}`;

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

/** A page of cases, from 1, and the first of the page after it: the page’s cases are found first, and only they are told of. */
export const pageQuery = (page: number, narrowing: Narrowing): SQL => sql`
  WITH listed AS (
    SELECT c.id FROM ${cases} c WHERE ${narrowed(narrowing)}
    ORDER BY c.last_contact_at DESC, c.id
    LIMIT ${PAGE_LENGTH + 1} OFFSET ${(page - 1) * PAGE_LENGTH}
  )
  SELECT ${PERSON_COLUMNS}, ${statusAt(narrowing.now)} AS status, c.last_contact_at AS "lastContactAt",
    next_call.at AS "nextCall"
  FROM listed JOIN ${cases} c USING (id) ${nextCallAt(narrowing.now)} ${PERSON}
  ORDER BY c.last_contact_at DESC, c.id`;

type ListedRow = CallerRow & { status: CaseStatus; lastContactAt: Date; nextCall: Date | null };

const listedOf = (row: ListedRow): CaseListed => ({
  ...callerOf(row),
  status: row.status,
  lastContactAt: row.lastContactAt.getTime(),
  nextCall: row.nextCall?.getTime(),
});

/** A page of cases, from 1, those we were last in touch with first, and whether another follows. */
export async function findPage(tx: Transaction, page: number, narrowing: Narrowing) {
  const rows = await tx.execute<ListedRow>(pageQuery(page, narrowing));
  return { cases: rows.slice(0, PAGE_LENGTH).map(listedOf), more: rows.length > PAGE_LENGTH };
}
