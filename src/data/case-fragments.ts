import { sql } from 'drizzle-orm';
import type { CaseStatus } from '#domain/cases/case-status.ts';
import { DECIDES } from '#domain/desk/acts.ts';
import { bookings, caseActs, enquiries } from './schema.ts';

// Parts that queries about a case share: it is `c` in all of them.

/**
 * Joined to a case: `e`, its enquiry, and `b`, the call that says who a case without one is from. Which
 * call that is was decided by `contactCall` in the domain, and is kept with the case.
 */
export const PERSON = sql`LEFT JOIN ${enquiries} e ON e.case_id = c.id
  LEFT JOIN ${bookings} b ON b.id = c.contact_booking_id`;

/** What a list says of the person of a case, as columns of PERSON. */
export const PERSON_COLUMNS = sql`c.reference, coalesce(e.name, b.name) AS name,
  coalesce(e.organisation, b.organisation) AS organisation, c.owner`;

/** The number a case with PERSON gives: its enquiry's or, where that gives none, its newest call's. */
export const PERSON_PHONE = sql`coalesce(e.phone, b.phone, (
  SELECT rung.phone FROM ${bookings} rung WHERE rung.case_id = c.id AND rung.quarantined_at IS NULL
  ORDER BY rung.created_at DESC, rung.id DESC LIMIT 1))`;

/** Who a row is about. */
export type CallerRow = {
  reference: string;
  name: string | null;
  organisation: string | null;
  owner: string | null;
};

/** Who a row is about, in the domain's words: it leaves out what the database keeps as NULL. */
export const callerFromRow = ({ reference, name, organisation, owner }: CallerRow) => ({
  reference,
  owner: owner ?? undefined,
  name: name ?? undefined,
  organisation: organisation ?? undefined,
});

/** Joined to a case: the start of its next call at an instant, or of the one under way, as `next_call.at`. */
export const nextCallAt = (now: Date) => sql`LEFT JOIN LATERAL (
    SELECT min(starts_at) AS at FROM ${bookings} taken
    WHERE taken.case_id = c.id AND taken.during IS NOT NULL AND taken.ends_at > ${now}
  ) next_call ON true`;

/** Joined to a case: what staff decided about it last, as `decided`; `follow_up` is the London date that it gave, if it gave one. */
export const LAST_DECISION = sql`LEFT JOIN LATERAL (
    SELECT said.follow_up FROM ${caseActs} said
    WHERE said.case_id = c.id AND said.undone_at IS NULL AND said.act IN ${DECIDES}
    ORDER BY said.at DESC, said.id DESC LIMIT 1
  ) decided ON true`;

/** Whether a case waits for staff at an instant. */
export const waitsAt = (now: Date) => sql`c.quarantined_at IS NULL AND c.waits_from <= ${now}`;

/** How a case is at an instant: see `caseStatus` in the domain. Needs `nextCallAt`. */
export const statusAt = (now: Date) => sql`CASE
  WHEN c.quarantined_at IS NOT NULL THEN 'quarantine'
  WHEN c.waits_from <= ${now} THEN 'waiting'
  WHEN next_call.at IS NOT NULL THEN 'call'
  ELSE c.settled END`;

/** A case as it is told of beside another. Instants are in milliseconds. */
export interface CaseSummary {
  id: string;
  reference: string;
  name?: string | undefined;
  organisation?: string | undefined;
  status: CaseStatus;
  lastContactAt: number;
}

/** What `summaryOf` reads, as columns; needs `nextCallAt` and PERSON. */
export const summaryColumns = (now: Date) =>
  sql`${PERSON_COLUMNS}, c.id, ${statusAt(now)} AS status, c.last_contact_at`;

export type SummaryRow = CallerRow & { id: string; status: CaseStatus; last_contact_at: Date };

export const summaryOf = (row: SummaryRow): CaseSummary => ({
  ...callerFromRow(row),
  id: row.id,
  status: row.status,
  lastContactAt: row.last_contact_at.getTime(),
});
