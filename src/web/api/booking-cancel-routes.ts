import type { Config } from '@netlify/functions';
import { takeCancellation } from '../account/change-booking-post.ts';
import { withBooking } from '../account/with-booking.ts';
import { handler } from '../http/handler.ts';

/** `POST /api/bookings/{booking}/cancel`: cancels a call that has not begun. It needs no body. */
export default handler({ POST: withBooking((call, about) => takeCancellation(about)(call)) });

export const config: Config = { path: '/api/bookings/:booking/cancel' };
