import type { Config } from '@netlify/functions';
import { handler } from '../../http/handler.ts';
import { takeMove } from '../change-booking-post.ts';
import { showMove, showMoveAgain } from '../change-call-pages.ts';
import { withBooking } from '../with-booking.ts';

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
