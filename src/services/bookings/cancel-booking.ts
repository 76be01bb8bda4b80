import { writeCancellation } from '#data/booking-time-repository.ts';
import type { Transaction } from '#data/client.ts';
import { forgetReminders } from '#data/reminder-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { nextVersion } from '#domain/invite/version.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import type { Case } from '../cases/case.ts';
import { personActed } from '../cases/case-status-service.ts';
import { enqueueCancellationMessages } from '../notifications/booking-notifications.ts';
import type { Booking, BookingInCase } from './booking.ts';
import { bookingsOfCase, lockBooking } from './booking-records.ts';

/** What came of cancelling. A call that is `over` has begun; one that is `gone` was erased. */
export type Cancelled =
  | (BookingInCase & { kind: 'cancelled' | 'already' })
  | { kind: 'over' }
  | { kind: 'gone' };

/** Writes in `tx` that a call is cancelled, and returns it as it is then; nothing about it is enqueued yet. */
export async function writeCancelled(
  app: App,
  tx: Transaction,
  { case: found, booking }: BookingInCase,
): Promise<BookingInCase> {
  const at = app.now();
  const version = nextVersion(booking.version, at.getTime());
  await writeCancellation(tx, booking.id, version, at);
  await forgetReminders(tx, booking.id);
  return { case: found, booking: { ...booking, version, cancelledAt: at } };
}

async function cancel(app: App, tx: Transaction, cancelling: Booking): Promise<Cancelled> {
  const about = await lockBooking(tx, cancelling);
  if (!about) return { kind: 'gone' };
  if (about.booking.cancelledAt) return { kind: 'already', ...about };
  if (about.booking.start <= app.now().getTime()) return { kind: 'over' };
  const acting = appAtNextAct(app, about.case);
  const cancelled = await writeCancelled(acting, tx, about);
  if (!about.booking.quarantinedAt) {
    await enqueueCancellationMessages(acting, tx, cancelled);
    await personActed(acting, tx, about.case.id, { act: 'cancelled', booking: about.booking });
  }
  return { kind: 'cancelled', ...cancelled };
}

/** Cancels a call that has not begun, and frees its time; cancelling it again changes nothing and sends nothing. */
export const cancelBooking = (app: App, booking: Booking): Promise<Cancelled> =>
  transactionRetried(app, (tx) => cancel(app, tx, booking));

/** Cancels, in `tx`, a call that is about to be erased, and enqueues word of it, if anybody expects it still. */
export async function cancelErased(app: App, tx: Transaction, about: BookingInCase): Promise<void> {
  const { booking } = about;
  const toCome = booking.start > app.now().getTime();
  if (!toCome || booking.cancelledAt || booking.quarantinedAt) return;
  const cancelled = await writeCancelled(app, tx, about);
  await enqueueCancellationMessages(app, tx, cancelled, { erased: true });
}

/** Cancels, in `tx`, every call still to come of a case that is about to be erased, and enqueues word of each. */
export async function cancelErasedCalls(app: App, tx: Transaction, found: Case): Promise<void> {
  for (const booking of await bookingsOfCase(tx, found.id)) {
    await cancelErased(app, tx, { case: found, booking });
  }
}
