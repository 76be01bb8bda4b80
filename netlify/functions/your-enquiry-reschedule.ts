import type { Config } from '@netlify/functions';
import { showMove, showMoveAgain } from '../lib/bookings/change-pages.ts';
import { takeMove } from '../lib/bookings/take-change.ts';
import { withBooking } from '../lib/bookings/with-booking.ts';
import { handler } from '../lib/handler.ts';

/**
 * `/your-enquiry/{case}/bookings/{booking}/reschedule/` and `/your-call/{booking}/reschedule/`: the times a
 * call could move to, and then the move.
 */
export default handler({
  GET: withBooking(showMove),
  POST: withBooking((call, about) => takeMove(about, showMoveAgain(about))(call)),
});

export const config: Config = {
  path: [
    '/your-enquiry/:case/bookings/:booking/reschedule',
    '/your-enquiry/:case/bookings/:booking/reschedule/',
    '/your-call/:booking/reschedule',
    '/your-call/:booking/reschedule/',
  ],
};
