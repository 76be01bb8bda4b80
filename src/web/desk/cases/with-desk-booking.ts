import type { Booking } from '#services/bookings/booking.ts';
import { bookingsOfCase } from '#services/bookings/booking-records.ts';
import type { Case } from '#services/cases/case.ts';
import type { DeskCall } from '../with-staff.ts';
import { noSuchCase, withDeskCase } from './with-desk-case.ts';

/** Answers a request, of somebody signed in, about one call of a case. */
export type AboutCall = (call: DeskCall, found: Case, booking: Booking) => Promise<Response>;

/** A response about the call whose id is in the address, if it is one of the case's own. */
export const withDeskBooking = (respond: AboutCall) =>
  withDeskCase(async (call, found) => {
    const bookings = await bookingsOfCase(call.app.database, found.id);
    const booking = bookings.find(({ id }) => id === call.context.params['booking']);
    return booking ? respond(call, found, booking) : noSuchCase(call);
  });
