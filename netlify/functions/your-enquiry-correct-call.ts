import type { Config } from '@netlify/functions';
import {
  showCallCorrection,
  showCallCorrectionAgain,
  showUnreadCorrectionAgain,
} from '../lib/bookings/change-pages.ts';
import { correctionRoute, takeCorrection } from '../lib/bookings/take-change.ts';
import { withBooking } from '../lib/bookings/with-booking.ts';
import { handler } from '../lib/handler.ts';
import { keepTyped } from '../lib/http/accept-post.ts';

/** `/your-enquiry/{case}/bookings/{booking}/correct/`: the details of a call in its form again, and then the correction. */
export default handler({
  GET: withBooking(showCallCorrection),
  POST: keepTyped(
    correctionRoute('callback', showUnreadCorrectionAgain),
    withBooking((call, about) => takeCorrection(about, showCallCorrectionAgain(about))(call)),
  ),
});

export const config: Config = {
  path: [
    '/your-enquiry/:case/bookings/:booking/correct',
    '/your-enquiry/:case/bookings/:booking/correct/',
  ],
};
