import { findCaseNow } from '#data/case-status-repository.ts';
import type { Transaction } from '#data/client.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import type { CancellationWantedBy } from '#domain/desk/call-cancellation.ts';
import { usualFollowUp } from '#domain/desk/follow-up.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import type { App } from '../app.ts';
import { readOpenTimes } from '../availability/line-hours.ts';
import type { Booking } from '../bookings/booking.ts';
import { lockBooking } from '../bookings/booking-records.ts';
import { writeCancelled } from '../bookings/cancel-booking.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import type { Case } from '../cases/case.ts';
import { settleCase } from '../cases/case-status-service.ts';
import { enqueueCancelledByUs } from './call-notifications.ts';
import { writeAct } from './case-actions.ts';
import { readDateSet } from './follow-up.ts';
import { standingRefusal } from './standing.ts';

/** What came of cancelling a call at the desk; one that has `moved` is not at the time that was seen. */
export type CancelledByUs = 'cancelled' | 'already' | 'over' | 'moved' | 'quarantined' | 'gone';

/** Somebody of the staff cancels a call they saw at `start` (milliseconds). */
interface StaffCancel {
  staff: string;
  start: number;
  wantedBy: CancellationWantedBy;
}

/** Whether nothing would bring a case back to anybody: no call, no date, and nothing that waits. */
async function isForgotten(app: App, tx: Transaction, about: Case): Promise<boolean> {
  if ((await findCaseNow(tx, about.id, app.now()))?.status !== 'resting') return false;
  if (await standingRefusal(tx, about)) return false;
  return (await readDateSet(app, about, tx)) === undefined;
}

/** Sets the usual date to look at a case again, as if we had written to its person. */
async function lookAgain(app: App, tx: Transaction, about: Case, staff: string): Promise<void> {
  const { rules } = await readOpenTimes(app, tx);
  const followUp = usualFollowUp(rules, app.now().getTime());
  await writeAct(app, tx, about, { staff, act: 'follow-up set', followUp });
  await settleCase(tx, about.id);
}

async function cancelCall(
  app: App,
  tx: Transaction,
  asked: Booking,
  { staff, start, wantedBy }: StaffCancel,
): Promise<CancelledByUs> {
  const about = await lockBooking(tx, asked);
  if (!about) return 'gone';
  const { booking } = about;
  if (booking.cancelledAt) return 'already';
  if (booking.quarantinedAt) return 'quarantined';
  if (booking.start !== start) return 'moved';
  const now = app.now().getTime();
  if (booking.start <= now) return 'over';
  const acting = appAtNextAct(app, about.case);
  const why = wantedBy === 'them' ? ' They asked us to.' : '';
  const words = `The ${CALL_NAMES[booking.kind]} on ${callInWords(booking, now)}.${why}`;
  await writeAct(acting, tx, about.case, { staff, act: 'call cancelled', words });
  const cancelled = await writeCancelled(acting, tx, about);
  await enqueueCancelledByUs(acting, tx, cancelled, { staff, wantedBy });
  await settleCase(tx, about.case.id);
  const next = appAtNextAct(app, { latestActAt: acting.now() });
  if (await isForgotten(app, tx, about.case)) await lookAgain(next, tx, about.case, staff);
  return 'cancelled';
}

/**
 * Cancels a call that has not begun because staff say so, frees its time and enqueues word of it to everyone,
 * calendars included, with who wanted it. One that was cancelled, moved or erased meanwhile is left as it is. A case that would then ask
 * for nothing any more is looked at again after the usual working days.
 */
export const cancelBookingByStaff = (app: App, booking: Booking, cancel: StaffCancel) =>
  transactionRetried(app, (tx) => cancelCall(app, tx, booking, cancel));
