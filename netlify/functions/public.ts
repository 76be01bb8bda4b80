import type { Config } from '@netlify/functions';
import { asFunction } from '#web/http/web-app.ts';
import { publicApp } from '#web/public-app.ts';

/** Everything a visitor meets beyond pages to read. */
export default asFunction(publicApp);

// Netlify reads this without running it, so it is written out; a test holds it to the app's routes.
export const config: Config = {
  path: [
    '/enquire',
    '/enquire/',
    '/callback',
    '/callback/',
    '/discovery-call',
    '/discovery-call/',
    '/plan',
    '/plan/',
    '/make-the-case/your-plan',
    '/make-the-case/your-plan/',
    '/make-the-case/senior-team-paper',
    '/make-the-case/senior-team-paper/',
    '/your-enquiry',
    '/your-enquiry/',
    '/your-enquiry/:case',
    '/your-enquiry/:case/',
    '/your-enquiry/:case/:stray([.,%3E\\)]+)',
    '/your-enquiry/:case/correct',
    '/your-enquiry/:case/correct/',
    '/your-enquiry/:case/withdraw',
    '/your-enquiry/:case/withdraw/',
    '/your-enquiry/:case/bookings/:booking/reschedule',
    '/your-enquiry/:case/bookings/:booking/reschedule/',
    '/your-enquiry/:case/bookings/:booking/cancel',
    '/your-enquiry/:case/bookings/:booking/cancel/',
    '/your-enquiry/:case/bookings/:booking/correct',
    '/your-enquiry/:case/bookings/:booking/correct/',
    '/your-call/:booking',
    '/your-call/:booking/',
    '/your-call/:booking/:stray([.,%3E\\)]+)',
    '/your-call/:booking/reschedule',
    '/your-call/:booking/reschedule/',
    '/your-call/:booking/cancel',
    '/your-call/:booking/cancel/',
    '/api/slots',
    '/api/plan',
    '/api/health',
    '/api/enquiries',
    '/api/callbacks',
    '/api/discovery-calls',
    '/api/bookings/:booking/reschedule',
    '/api/bookings/:booking/cancel',
    '/api/bookings/:booking/invite.ics',
    '/api/calendar/:feed.ics',
    '/api/webhooks/resend',
    '/api/deliver',
  ],
};
