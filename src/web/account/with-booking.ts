import type { BookingInCase } from '#services/bookings/booking.ts';
import { findBookingByKey } from '#services/bookings/booking-records.ts';
import { findCaseByKey } from '#services/cases/case.ts';
import { withoutStray } from '#services/keys.ts';
import { refuse } from '../http/refuse.ts';
import type { WebContext } from '../http/web-app.ts';
import { UNKNOWN_KEY } from './with-case.ts';

/** The call whose key is in the address and, where the address has the key of a case too, is one of its calls. */
async function findAddressed({ var: { app }, req }: WebContext) {
  const about = await findBookingByKey(app, withoutStray(req.param('booking') ?? ''));
  const key = req.param('case');
  if (!about || key === undefined) return about;
  const found = await findCaseByKey(app, key);
  return found?.id === about.case.id ? about : undefined;
}

/** A response for the call whose key is in the address; a key that opens nothing is a page that is not there. */
export const withBooking =
  (respond: (c: WebContext, about: BookingInCase) => Promise<Response>) =>
  async (c: WebContext): Promise<Response> => {
    const about = await findAddressed(c);
    return about ? respond(c, about) : refuse(c.req.raw, UNKNOWN_KEY);
  };
