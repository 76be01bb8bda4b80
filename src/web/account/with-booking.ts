import type { BookingInCase } from '#services/bookings/booking.ts';
import { findBookingByKey } from '#services/bookings/booking-records.ts';
import { findCaseByKey } from '#services/cases/case.ts';
import { withoutStray } from '#services/keys.ts';
import { type Call, refuse } from '../http/handler.ts';
import { UNKNOWN_KEY } from './with-case.ts';

/** The call whose key is in the address and, where the address has the key of a case too, is one of its calls. */
async function findAddressed({ app, context: { params } }: Call) {
  const about = await findBookingByKey(app, withoutStray(params['booking'] ?? ''));
  if (!about || params['case'] === undefined) return about;
  const found = await findCaseByKey(app, params['case']);
  return found?.id === about.case.id ? about : undefined;
}

/** A response for the call whose key is in the address; a key that opens nothing is a page that is not there. */
export const withBooking =
  (respond: (call: Call, about: BookingInCase) => Promise<Response>) =>
  async (call: Call): Promise<Response> => {
    const about = await findAddressed(call);
    return about ? respond(call, about) : refuse(call.request, UNKNOWN_KEY);
  };
