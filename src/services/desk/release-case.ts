import { writeReleaseWithoutTime } from '#data/booking-time-repository.ts';
import type { Transaction } from '#data/client.ts';
import { writeAcknowledged } from '#data/complaint-repository.ts';
import { findEnquiry } from '#data/enquiry-repository.ts';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import type { App } from '../app.ts';
import { checkAvailability } from '../availability/check-availability.ts';
import type { Booking, BookingInCase } from '../bookings/booking.ts';
import { bookingsOfCase } from '../bookings/booking-records.ts';
import { releaseWithTime } from '../bookings/release-booking.ts';
import { transactionClaiming } from '../bookings/transaction-claiming.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { type Case, lockCase, releaseFromQuarantine } from '../cases/case.ts';
import { settleCase } from '../cases/case-status-service.ts';
import { readComplaint } from '../complaints/complaint.ts';
import { enqueueComplaint } from '../complaints/complaint-notifications.ts';
import { enqueueBookingMessages } from '../notifications/booking-notifications.ts';
import { enqueueAcknowledgement } from '../notifications/enquiry-notifications.ts';
import { enqueueTimeGone } from './call-notifications.ts';
import { writeAct } from './case-actions.ts';

/** What came of releasing: `lost` are the calls whose time could not be had. */
export type Released =
  | { kind: 'released'; lost: readonly Booking[] }
  | { kind: 'already' }
  | { kind: 'gone' };

/** Releases a call: it has its time, or it is cancelled and the enquirer is offered others. Whether it has. */
async function releaseCall(app: App, tx: Transaction, about: BookingInCase): Promise<boolean> {
  const { booking } = about;
  if (booking.cancelledAt) {
    await writeReleaseWithoutTime(tx, booking.id, app.now());
    return true;
  }
  const judged = await checkAvailability(app, tx, booking.kind, { start: booking.start });
  const booked = judged.kind === 'offered' && (await releaseWithTime(app, tx, about, judged));
  if (booked) {
    await enqueueBookingMessages(app, tx, booked, { by: 'staff' });
    return true;
  }
  await writeReleaseWithoutTime(tx, booking.id, app.now());
  await enqueueTimeGone(app, tx, about);
  return false;
}

/** Releases every call of a case that is in quarantine; returns those whose time could not be had. */
async function releaseCalls(
  app: App,
  tx: Transaction,
  found: Case,
  quarantined: readonly Booking[],
) {
  const lost: Booking[] = [];
  for (const booking of quarantined) {
    if (!(await releaseCall(app, tx, { case: found, booking }))) lost.push(booking);
  }
  return lost;
}

async function releaseEnquiry(app: App, tx: Transaction, found: Case): Promise<void> {
  await releaseFromQuarantine(tx, found.id);
  const complaint = await readComplaint(tx, found.id);
  if (complaint) {
    // Without an address nobody is told: staff note how they told them.
    if (complaint.complaint.email) await writeAcknowledged(tx, found.id, app.now());
    return enqueueComplaint(app, tx, found, complaint, 'staff');
  }
  const enquiry = (await findEnquiry(tx, found.id))?.enquiry;
  if (enquiry) await enqueueAcknowledgement(app, tx, found, enquiry, 'staff');
}

/** What the timeline says of calls whose time could not be had. */
function lostInWords(lost: readonly Booking[], now: number): string | undefined {
  if (lost.length === 0) return undefined;
  return lost
    .map((booking) => {
      const call = `The ${CALL_NAMES[booking.kind]} on ${callInWords(booking, now)}, could not have its time`;
      return booking.email === undefined
        ? `${call}. They gave no email address, so they do not know yet: ring ${booking.phone}.`
        : `${call}. They are sent other times by email.`;
    })
    .join('\n');
}

async function release(
  app: App,
  tx: Transaction,
  { id }: Pick<Case, 'id'>,
  staff: string,
): Promise<Released> {
  const found = await lockCase(tx, id);
  if (!found) return { kind: 'gone' };
  const quarantined = (await bookingsOfCase(tx, id)).filter(({ quarantinedAt }) => quarantinedAt);
  if (!found.quarantinedAt && quarantined.length === 0) return { kind: 'already' };
  const acting = appAtNextAct(app, found);
  if (found.quarantinedAt) await releaseEnquiry(acting, tx, found);
  const lost = await releaseCalls(acting, tx, { ...found, quarantinedAt: undefined }, quarantined);
  const words = lostInWords(lost, app.now().getTime());
  await writeAct(acting, tx, found, { staff, act: 'released', words });
  await settleCase(tx, id);
  return { kind: 'released', lost };
}

/**
 * Releases a case, and every call in it, from quarantine in one transaction: what was in quarantine is
 * enqueued now. A call whose time is gone is cancelled, and its enquirer offered others.
 */
export const releaseCase = (app: App, found: Case, staff: string): Promise<Released> =>
  transactionClaiming(app, (tx) => release(app, tx, found, staff));
