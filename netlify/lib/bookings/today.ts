import type { CallToday } from '#domain/emails/digest.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import { type CallerRow, callerOf } from '../cases/who.ts';
import type { Transaction } from '../database.ts';

interface CallRow extends CallerRow {
  kind: CallKind;
  starts_at: Date;
  ends_at: Date;
  phone: string;
}

/** The calls of the London date it is at `now`, in milliseconds. */
export async function callsToday(tx: Transaction, now: number): Promise<CallToday[]> {
  const { day } = wallClockAt(now);
  const rows = await tx.query<CallRow>(
    `SELECT c.reference, b.name, b.organisation, b.phone, b.kind, b.starts_at, b.ends_at
     FROM bookings b JOIN cases c ON c.id = b.case_id
     WHERE b.during IS NOT NULL AND b.starts_at >= $1 AND b.starts_at < $2
     ORDER BY b.starts_at, b.line`,
    [new Date(instantAt(day, 0)), new Date(instantAt(day + 1, 0))],
  );
  return rows.map((row) => ({
    ...callerOf(row),
    kind: row.kind,
    phone: row.phone,
    start: row.starts_at.getTime(),
    end: row.ends_at.getTime(),
  }));
}
