import { Hono } from 'hono';
import { keepTyped } from '../http/post-form.ts';
import type { WebEnv } from '../http/web-app.ts';
import { showCallPage, takeCallDetails } from '../public/calls/call-pages.ts';
import { showEnquireForCase } from '../public/enquiry/enquire-page.ts';
import {
  correctionRoute,
  postCancellation,
  postCorrection,
  postRescheduling,
} from './change-booking-post.ts';
import {
  showCallCorrection,
  showCallCorrectionAgain,
  showCancel,
  showChangedSince,
  showMove,
  showMoveAgain,
  showUnreadCorrectionAgain,
} from './change-call-pages.ts';
import { sendLinks, showLinkForm } from './link-again/link-again-page.ts';
import { withBooking } from './with-booking.ts';
import { withCase } from './with-case.ts';
import { showYourCall } from './your-call/your-call-page.ts';
import { correctEnquiry, showEnquiryCorrection } from './your-enquiry/correct-page.ts';
import { showWithdraw, withdraw } from './your-enquiry/withdraw-page.ts';
import { showYourEnquiry } from './your-enquiry/your-enquiry-page.ts';

/** The pages of one person: what they sent, and their calls, behind a key in the address. */
export const accountRoutes = new Hono<WebEnv>();

accountRoutes.get('/your-enquiry', showLinkForm);
accountRoutes.post('/your-enquiry', sendLinks);

// Mail and messages may leave a character of the sentence around an address on its end.
accountRoutes.get('/your-enquiry/:case', withCase(showYourEnquiry));
accountRoutes.get('/your-enquiry/:case/:stray{[.,>)]+}', withCase(showYourEnquiry));

accountRoutes.get('/your-enquiry/:case/correct', withCase(showEnquiryCorrection));
accountRoutes.post('/your-enquiry/:case/correct', correctEnquiry);

accountRoutes.get('/your-enquiry/:case/withdraw', withCase(showWithdraw));
accountRoutes.post('/your-enquiry/:case/withdraw', withCase(withdraw));

// An enquiry or a call from below a case joins it: no key stands in a query.
accountRoutes.get('/your-enquiry/:case/enquire', withCase(showEnquireForCase));
for (const kind of ['callback', 'discovery-call'] as const) {
  accountRoutes.get(`/your-enquiry/:case/${kind}`, withCase(showCallPage(kind)));
  accountRoutes.post(`/your-enquiry/:case/${kind}`, takeCallDetails(kind));
}

// A call is changed below its case, or below its own address, which is what calendars carry.
accountRoutes.get('/your-call/:booking', withBooking(showYourCall));
accountRoutes.get('/your-call/:booking/:stray{[.,>)]+}', withBooking(showYourCall));

for (const call of ['/your-enquiry/:case/bookings/:booking', '/your-call/:booking'] as const) {
  accountRoutes.get(`${call}/reschedule`, withBooking(showMove));
  accountRoutes.post(
    `${call}/reschedule`,
    withBooking((c, about) => postRescheduling(about, showMoveAgain(about))(c)),
  );
  accountRoutes.get(`${call}/cancel`, withBooking(showCancel));
  accountRoutes.post(
    `${call}/cancel`,
    withBooking((c, about) => postCancellation(about)(c)),
  );
}

accountRoutes.get('/your-enquiry/:case/bookings/:booking/correct', withBooking(showCallCorrection));
accountRoutes.post(
  '/your-enquiry/:case/bookings/:booking/correct',
  keepTyped(
    correctionRoute('callback', showUnreadCorrectionAgain),
    withBooking((c, about) =>
      postCorrection(about, showCallCorrectionAgain(about), showChangedSince)(c),
    ),
  ),
);
