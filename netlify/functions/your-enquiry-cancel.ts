import type { Config } from '@netlify/functions';
import { showCancel } from '../lib/bookings/change-pages.ts';
import { takeCancellation } from '../lib/bookings/take-change.ts';
import { withBooking } from '../lib/bookings/with-booking.ts';
import { handler } from '../lib/handler.ts';

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
