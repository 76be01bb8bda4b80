import type { Config } from '@netlify/functions';
import { handler } from '../../http/handler.ts';
import { keepTyped } from '../../http/post-form.ts';
import { correctionRoute, takeCorrection } from '../change-booking-post.ts';
import {
  showCallCorrection,
  showCallCorrectionAgain,
  showUnreadCorrectionAgain,
} from '../change-call-pages.ts';
import { withBooking } from '../with-booking.ts';

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
