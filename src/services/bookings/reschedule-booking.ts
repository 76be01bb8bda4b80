import { type Reservation, writeMove } from '#data/booking-time-repository.ts';
import type { Transaction } from '#data/client.ts';
import { forgetReminders } from '#data/reminder-repository.ts';
import { nextVersion } from '#domain/invite/version.ts';
import type { BookedBy } from '#domain/slots/at-desk.ts';
import { isoInstant } from '#domain/time/iso.ts';
import type { App } from '../app.ts';
import {
  checkAvailability,
  type NotOffered,
  type Offered,
  takenAt,
} from '../availability/check-availability.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { personActed } from '../cases/case-status-service.ts';
import { changeLimit, type OverLimit } from '../limits/call-budget.ts';
import { enqueueReschedulingMessages } from '../notifications/booking-notifications.ts';
import type { Booking, BookingInCase } from './booking.ts';
import { lockBooking } from './booking-records.ts';
import { claimTime } from './claim-time.ts';
import { transactionClaiming } from './transaction-claiming.ts';

/** What came of asking for another time. A call that is `over` has begun; one that is `gone` was erased; `meanwhile`: it is not at the time it was seen at. */
export type Moved =
  | (BookingInCase & { kind: 'moved' | 'unchanged' })
  | NotOffered
  | OverLimit
  | { kind: 'meanwhile' }
  | { kind: 'cancelled' }
  | { kind: 'over' }
  | { kind: 'gone' };

/** Claims the new time and frees the old; undefined when somebody has the new one. */
async function writeAt(
  app: App,
  tx: Transaction,
  { case: found, booking }: BookingInCase,
  { slot, diary }: Offered,
): Promise<BookingInCase | undefined> {
  const at = app.now();
  const version = nextVersion(booking.version, at.getTime());
  const moved = { case: found, booking: { ...booking, ...slot, version, movedAt: at } };
  const put = async (hold?: Reservation) => {
    await writeMove(tx, booking.id, { slot, version, at, hold });
    return moved;
  };
  if (booking.quarantinedAt) return put();
  return claimTime(app, tx, diary, { slot, from: booking.start }, put);
}

/**
 * A move to `start`, of a call that was `seen` at another; both in milliseconds. Who moves says nothing of what they saw
 * if they saw nothing. `staff` is who moves it at the desk, where it is not its person.
 */
export interface Move {
  start: number;
  seen?: number | undefined;
  staff?: string;
}

/** Moves a call in `tx`, as `rescheduleBooking` does; the act of staff is written where they act. */
export async function moveIn(
  app: App,
  tx: Transaction,
  moving: Booking,
  { start, seen, staff }: Move,
): Promise<Moved> {
  const by: BookedBy = staff === undefined ? 'person' : 'staff';
  const about = await lockBooking(tx, moving);
  if (!about) return { kind: 'gone' };
  const { booking } = about;
  if (booking.cancelledAt) return { kind: 'cancelled' };
  if (booking.start <= app.now().getTime()) return { kind: 'over' };
  if (booking.start === start) return { kind: 'unchanged', ...about };
  if (seen !== undefined && booking.start !== seen) return { kind: 'meanwhile' };
  const judged = await checkAvailability(app, tx, booking.kind, { start, except: booking.id, by });
  if (judged.kind !== 'offered') return judged;
  const over = by === 'person' && (await changeLimit(app, tx, booking.id, 'moves'));
  if (over) return over;
  const acting = appAtNextAct(app, about.case);
  const moved = await writeAt(acting, tx, about, judged);
  if (!moved) return takenAt(app, start);
  if (booking.quarantinedAt) return { kind: 'moved', ...moved };
  const before = { start: booking.start, end: booking.end };
  await forgetReminders(tx, booking.id);
  await enqueueReschedulingMessages(acting, tx, moved, { before, staff });
  if (by === 'person') {
    const replaced = { start: isoInstant(before.start), end: isoInstant(before.end) };
    await personActed(acting, tx, about.case.id, {
      act: 'moved',
      booking: moved.booking,
      before: replaced,
    });
  }
  return { kind: 'moved', ...moved };
}

/**
 * Moves a call to another start (milliseconds): the new time is claimed and the old one freed in one
 * transaction, or nothing changes. The same time again changes nothing and sends nothing; nor does any, of a call that
 * is no longer where it was seen.
 */
export const rescheduleBooking = (
  app: App,
  booking: Booking,
  move: Omit<Move, 'staff'>,
): Promise<Moved> => transactionClaiming(app, (tx) => moveIn(app, tx, booking, move));
