import { isDeepStrictEqual } from 'node:util';
import type { CallRequest } from '#domain/booking/booking.ts';
import type { App } from '../app.ts';
import { findRecognised, type Submission } from '../cases/idempotency.ts';
import { type Booking, type BookingInCase, isToCome } from './booking.ts';
import { findBookingInCase } from './booking-records.ts';
import { detailsOf } from './correct-booking.ts';

/** The call an earlier post of the same form booked; `sameWords`: that post said what this one says. */
export interface BookedBefore extends BookingInCase {
  sameWords: boolean;
}

/** The call a post booked when it came before, looked up and no more; undefined where it booked none, or one that waits in quarantine. */
export async function findBookedBefore(
  app: App,
  submission: Submission,
): Promise<BookedBefore | undefined> {
  const found = await findRecognised(app, app.database, submission);
  if (found.kind === 'new' || found.bookingId === undefined) return undefined;
  const call = { id: found.bookingId, caseId: found.case.id };
  const about = await findBookingInCase(app.database, call);
  if (!about || about.booking.quarantinedAt) return undefined;
  return { ...about, sameWords: found.sameWords };
}

const asked = (call: CallRequest | Booking) => ({ start: call.start, ...detailsOf(call) });

/** Whether a call stays as it is when the post that booked it comes again: it says the same, asks for what is so, or comes too late. */
export const staysAsItIs = (
  app: App,
  booking: Booking,
  { value, sameWords }: { value: CallRequest; sameWords: boolean },
): boolean =>
  sameWords || isDeepStrictEqual(asked(booking), asked(value)) || !isToCome(app, booking);
