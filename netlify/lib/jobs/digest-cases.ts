import type { NewCase, Undelivered, Waiting } from '#domain/emails/digest.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { DAY } from '#domain/time/day.ts';
import type { Transaction } from '../database.ts';
import { NOT_ARRIVED } from '../delivery/reports.ts';

/** The stretch of time a digest tells of. */
export interface Since {
  from: Date;
  to: Date;
}

/** How long an enquiry without a call counts as waiting: after that the list would be noise. */
export const WAITING_DAYS = 14;

/** Who a row is about. */
export interface CallerRow {
  reference: string;
  name: string | null;
  organisation: string | null;
}

/** Who a row is about, in the domain's words: it leaves out what the database keeps as NULL. */
export const callerOf = ({ reference, name, organisation }: CallerRow) => ({
  reference,
  name: name ?? undefined,
  organisation: organisation ?? undefined,
});

/** The person of a case: as its enquiry has them, or else its first call. */
const PERSON = `LEFT JOIN enquiries e ON e.case_id = c.id
  LEFT JOIN LATERAL (
    SELECT * FROM bookings WHERE bookings.case_id = c.id AND bookings.quarantined_at IS NULL
    ORDER BY during IS NULL, starts_at LIMIT 1
  ) b ON true`;

interface UndeliveredRow {
  reference: string | null;
  name: string | null;
  organisation: string | null;
  phone: string | null;
  kind: string;
  audience: Undelivered['audience'];
  given_up: boolean;
}

/** Messages given up, and those the other side sent back; not the word of such a message that staff had at once. */
export async function undeliveredMessages(
  tx: Transaction,
  { from, to }: Since,
): Promise<Undelivered[]> {
  const rows = await tx.query<UndeliveredRow>(
    `WITH lost AS (
       SELECT id, failed_at AS at FROM messages WHERE failed_at > $1 AND failed_at <= $2
       UNION ALL
       SELECT m.id, min(r.received_at) FROM delivery_reports r JOIN messages m USING (provider_id)
       WHERE r.received_at > $1 AND r.received_at <= $2
         AND r.type IN ${NOT_ARRIVED}
       GROUP BY m.id
     )
     SELECT c.reference, coalesce(e.name, b.name) AS name,
       coalesce(e.organisation, b.organisation) AS organisation, coalesce(e.phone, b.phone) AS phone,
       m.kind, m.audience, m.failed_at IS NOT NULL AS given_up
     FROM lost JOIN messages m ON m.id = lost.id LEFT JOIN cases c ON c.id = m.case_id ${PERSON}
     WHERE m.kind <> 'undelivered' ORDER BY lost.at, m.place`,
    [from, to],
  );
  return rows.map(({ reference, name, organisation, phone, kind, audience, given_up }) => ({
    reference: reference ?? undefined,
    name: name ?? undefined,
    organisation: organisation ?? undefined,
    phone: phone ?? undefined,
    what: kind,
    audience,
    how: given_up ? 'given up' : 'sent back',
  }));
}

interface NewCaseRow extends CallerRow {
  enquired: boolean;
  kind: CallKind | null;
  starts_at: Date | null;
  ends_at: Date | null;
  cancelled: boolean;
}

const callOf = ({ kind, starts_at, ends_at, cancelled }: NewCaseRow): NewCase['call'] =>
  kind && starts_at && ends_at
    ? { kind, start: starts_at.getTime(), end: ends_at.getTime(), cancelled }
    : undefined;

/** Cases opened, and enquiries that joined one. */
export async function newCases(tx: Transaction, { from, to }: Since): Promise<NewCase[]> {
  const rows = await tx.query<NewCaseRow>(
    `SELECT c.reference, coalesce(e.name, b.name) AS name,
       coalesce(e.organisation, b.organisation) AS organisation, e.id IS NOT NULL AS enquired,
       b.kind, b.starts_at, b.ends_at, b.cancelled_at IS NOT NULL AS cancelled
     FROM cases c ${PERSON}
     WHERE c.quarantined_at IS NULL AND (c.created_at > $1 OR e.created_at > $1)
       AND greatest(c.created_at, e.created_at) <= $2
     ORDER BY greatest(c.created_at, e.created_at), c.reference`,
    [from, to],
  );
  return rows.map((row) => ({ ...callerOf(row), enquired: row.enquired, call: callOf(row) }));
}

/** Enquiries told of before that have no call, to come or past, which was not cancelled. */
export async function waitingEnquiries(tx: Transaction, { from, to }: Since): Promise<Waiting[]> {
  const earliest = new Date(to.getTime() - WAITING_DAYS * DAY);
  const rows = await tx.query<CallerRow & { created_at: Date }>(
    `SELECT c.reference, e.name, e.organisation, e.created_at
     FROM enquiries e JOIN cases c ON c.id = e.case_id
     WHERE e.created_at > $1 AND e.created_at <= $2 AND c.quarantined_at IS NULL
       AND NOT EXISTS (SELECT FROM bookings b WHERE b.case_id = c.id AND b.during IS NOT NULL)
     ORDER BY e.created_at, c.reference`,
    [earliest, from],
  );
  return rows.map((row) => ({ ...callerOf(row), at: row.created_at.getTime() }));
}
