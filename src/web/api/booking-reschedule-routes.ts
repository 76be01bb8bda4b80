import type { Config } from '@netlify/functions';
import { takeMove } from '../account/change-booking-post.ts';
import { withBooking } from '../account/with-booking.ts';
import { handler } from '../http/handler.ts';

/** `POST /api/bookings/{booking}/reschedule`: another time for a call. */
export default handler({ POST: withBooking((call, about) => takeMove(about)(call)) });

export const config: Config = { path: '/api/bookings/:booking/reschedule' };
