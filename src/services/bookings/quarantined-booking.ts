import { writeDetails } from '#data/booking-repository.ts';
import { writeStart } from '#data/booking-time-repository.ts';
import type { Transaction } from '#data/client.ts';
import type { App } from '../app.ts';
import { checkAvailability, takenAt } from '../availability/check-availability.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { personActed } from '../cases/case-status-service.ts';
import { rememberSubmission } from '../cases/idempotency.ts';
import { newCallLimit } from '../limits/call-budget.ts';
import { enqueueBookingMessages } from '../notifications/booking-notifications.ts';
import type { BookingInCase } from './booking.ts';
import { detailsOf } from './correct-booking.ts';
import { type Booked, type BookingRequest, limitSubjectOf } from './create-booking.ts';
import { releaseWithTime } from './release-booking.ts';

/** A call in quarantine posted again, which still looks automatic: it is kept as it was typed last. */
export async function keepQuarantined(
  app: App,
  tx: Transaction,
  { booking }: BookingInCase,
  { kind, value }: BookingRequest,
): Promise<Booked> {
  const judged = await checkAvailability(app, tx, kind, value);
  if (judged.kind !== 'offered') return judged;
  await writeStart(tx, booking.id, judged.slot);
  await writeDetails(tx, booking.id, {
    version: booking.version,
    details: detailsOf(value),
    at: undefined,
    uids: booking,
  });
  return { kind: 'quarantined' };
}

/** Books a call that was in quarantine, as the person has it now, if its time is free. */
export async function bookQuarantined(
  app: App,
  tx: Transaction,
  about: BookingInCase,
  asked: BookingRequest,
): Promise<Booked> {
  const { kind, value } = asked;
  const judged = await checkAvailability(app, tx, kind, value);
  if (judged.kind !== 'offered') return judged;
  const room = await newCallLimit(app, tx, limitSubjectOf(asked));
  if (room.kind === 'over-limit') return room;
  const acting = appAtNextAct(app, about.case);
  const details = detailsOf(value);
  const typed = { ...about, booking: { ...about.booking, ...details } };
  const released = await releaseWithTime(acting, tx, typed, judged);
  if (!released) return takenAt(app, value.start);
  await room.count();
  const { version } = released.booking;
  await writeDetails(tx, released.booking.id, {
    version,
    details,
    at: undefined,
    uids: released.booking,
  });
  await enqueueBookingMessages(acting, tx, released);
  const made = { caseId: released.case.id, bookingId: released.booking.id };
  await rememberSubmission(app, tx, asked.submission, made);
  await personActed(acting, tx, released.case.id, {
    act: 'confirmed',
    booking: released.booking,
  });
  return { kind: 'booked', ...released };
}
