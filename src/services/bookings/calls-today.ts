import type { Transaction } from '#data/client.ts';
import { type CallerRow, callerOf } from '#data/contact-person.ts';
import { conflictOf } from '#domain/booking/conflicting-booking.ts';
import type { CallToday } from '#domain/desk/digest.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { takenAway } from '../availability/conflicting-bookings.ts';

interface CallRow extends CallerRow {
  kind: CallKind;
  starts_at: Date;
  ends_at: Date;
  phone: string;
}

const slotOf = ({ starts_at, ends_at }: CallRow) => ({
  start: starts_at.getTime(),
  end: ends_at.getTime(),
});

/** The calls of the London date it is now, in order, each with why it cannot take place if it cannot. */
export async function callsToday(app: App, tx: Transaction): Promise<CallToday[]> {
  const { day } = wallClockAt(app.now().getTime());
  const taken = await takenAway(app, tx);
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
    ...slotOf(row),
    because: row.ends_at > app.now() ? conflictOf(taken, slotOf(row)) : undefined,
  }));
}
