import type { Config } from '@netlify/functions';
import { handler } from '../../http/handler.ts';
import { takeCancellation } from '../change-booking-post.ts';
import { showCancel } from '../change-call-pages.ts';
import { withBooking } from '../with-booking.ts';

/**
 * `/your-enquiry/{case}/bookings/{booking}/cancel/` and `/your-call/{booking}/cancel/`: what will happen,
 * and then the cancellation.
 */
export default handler({
  GET: withBooking(showCancel),
  POST: withBooking((call, about) => takeCancellation(about)(call)),
});

export const config: Config = {
  path: [
    '/your-enquiry/:case/bookings/:booking/cancel',
    '/your-enquiry/:case/bookings/:booking/cancel/',
    '/your-call/:booking/cancel',
    '/your-call/:booking/cancel/',
  ],
};
