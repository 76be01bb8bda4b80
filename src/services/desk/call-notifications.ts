import type { Transaction } from '#data/client.ts';
import { callPagePath } from '#domain/booking/call-words.ts';
import type { CancellationWantedBy } from '#domain/desk/call-cancellation.ts';
import { nearestSlots } from '#domain/slots/nearest.ts';
import { isoInstant } from '#domain/time/iso.ts';
import {
  cancelledAsAskedEmail,
  cancelledByUsEmail,
  cancelledByUsNotice,
  timeGoneEmail,
} from '#emails/cancelled-by-us-emails.ts';
import type { App } from '../app.ts';
import { listAvailableSlots } from '../availability/list-available-slots.ts';
import type { BookingInCase } from '../bookings/booking.ts';
import { pathOf } from '../cases/case.ts';
import { bookingEmail, callEmail, enqueueBookingEmail } from '../notifications/booking-messages.ts';
import { enqueueMessage } from '../notifications/outbox.ts';

/** Where another call of the same kind is booked into the same case; with `start`, at that time. */
function againLink(app: App, { case: found, booking }: BookingInCase, start?: number): string {
  const address = app.environment.URL + callPagePath(booking.kind, pathOf(app, found));
  return start === undefined
    ? address
    : `${address}?${new URLSearchParams({ start: isoInstant(start) })}`;
}

const CANCELLED_WORDS = { them: cancelledAsAskedEmail, us: cancelledByUsEmail } as const;

/** Enqueues word to everyone that `staff` has cancelled a call, and who wanted it. */
export const enqueueCancelledByUs = (
  app: App,
  tx: Transaction,
  about: BookingInCase,
  { staff, wantedBy }: { staff: string; wantedBy: CancellationWantedBy },
): Promise<void> =>
  enqueueBookingEmail(app, tx, about, {
    by: 'staff',
    enquirer: {
      kind: 'cancellation of a call',
      words: () =>
        CANCELLED_WORDS[wantedBy]({
          ...bookingEmail(app, about),
          againLink: againLink(app, about),
        }),
    },
    staff: {
      kind: 'notice of a cancelled call',
      words: () => cancelledByUsNotice(callEmail(app, about), staff, wantedBy),
    },
  });

/**
 * Enqueues word to an enquirer that the time they asked for could not be kept, with the nearest that are free
 * now. One who gave no email address is told nothing.
 */
export async function enqueueTimeGone(
  app: App,
  tx: Transaction,
  about: BookingInCase,
): Promise<void> {
  const { booking } = about;
  if (booking.email === undefined) return;
  const nearest = nearestSlots(await listAvailableSlots(app, booking.kind, { tx }), booking.start);
  const times = nearest.map(({ start }) => ({ start, href: againLink(app, about, start) }));
  await enqueueMessage(app, tx, {
    kind: 'offer of other times',
    audience: 'enquirer',
    to: booking.email,
    caseId: about.case.id,
    bookingId: booking.id,
    words: timeGoneEmail({
      ...bookingEmail(app, about),
      againLink: againLink(app, about),
      times,
    }),
  });
}
