import type { Since } from '#data/attention-repository.ts';
import type { Transaction } from '#data/client.ts';
import { type CallerRow, callerOf, PERSON, PERSON_COLUMNS } from '#data/contact-person.ts';
import type { NewCase } from '#domain/desk/digest.ts';
import type { CallKind } from '#domain/slots/slot.ts';

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

/** Joined to a case `c`: the call it asked for, the next of several; one that is cancelled last. */
const FIRST_CALL = `LEFT JOIN LATERAL (
    SELECT kind, starts_at, ends_at, cancelled_at FROM bookings
    WHERE bookings.case_id = c.id AND bookings.quarantined_at IS NULL
    ORDER BY cancelled_at IS NOT NULL, starts_at LIMIT 1
  ) asked ON true`;

/** Cases opened, and enquiries that joined one. */
export async function newCases(tx: Transaction, { from, to }: Since): Promise<NewCase[]> {
  const rows = await tx.query<NewCaseRow>(
    `SELECT ${PERSON_COLUMNS}, e.id IS NOT NULL AS enquired,
       asked.kind, asked.starts_at, asked.ends_at, asked.cancelled_at IS NOT NULL AS cancelled
     FROM cases c ${PERSON} ${FIRST_CALL}
     WHERE c.quarantined_at IS NULL AND (c.created_at > $1 OR e.created_at > $1)
       AND greatest(c.created_at, e.created_at) <= $2
     ORDER BY greatest(c.created_at, e.created_at), c.reference`,
    [from, to],
  );
  return rows.map((row) => ({ ...callerOf(row), enquired: row.enquired, call: callOf(row) }));
}
