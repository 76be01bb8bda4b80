import type { Config } from '@netlify/functions';
import { takeMove } from '../lib/bookings/take-change.ts';
import { withBooking } from '../lib/bookings/with-booking.ts';
import { handler } from '../lib/handler.ts';

/** `POST /api/bookings/{booking}/reschedule`: another time for a call. */
export default handler({ POST: withBooking((call, about) => takeMove(about)(call)) });

export const config: Config = { path: '/api/bookings/:booking/reschedule' };
