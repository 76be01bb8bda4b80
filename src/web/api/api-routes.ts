import { Hono } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { CallbackSchema, DiscoveryCallSchema } from '#domain/booking/booking.ts';
import { postCancellation, postRescheduling } from '../account/change-booking-post.ts';
import { withBooking } from '../account/with-booking.ts';
import { PRIVATE_HEADERS } from '../http/security-headers.ts';
import type { WebEnv } from '../http/web-app.ts';
import { sendFeed } from './calendar-handler.ts';
import { postBooking } from './create-booking-post.ts';
import { createComplaint } from './create-complaint-post.ts';
import { createEnquiry } from './create-enquiry-post.ts';
import { takeDelivery } from './deliver-handler.ts';
import { showHealth } from './health-handler.ts';
import { sendInvite } from './invite-handler.ts';
import { answerLine } from './line-handler.ts';
import { answerPlan } from './plan-handler.ts';
import { takeReport } from './resend-webhook-handler.ts';
import { answerSlots } from './slots-handler.ts';

/** The HTTP API (docs/api.md): JSON for programs, and where the site's own forms post to. */
export const apiRoutes = new Hono<WebEnv>();

apiRoutes.get('/api/slots', answerSlots);
apiRoutes.get('/api/line', answerLine);
apiRoutes.get('/api/plan', answerPlan);
apiRoutes.get('/api/health', showHealth);

apiRoutes.post('/api/complaints', createComplaint);
apiRoutes.post('/api/enquiries', createEnquiry);
apiRoutes.post(
  '/api/callbacks',
  postBooking({ kind: 'callback', path: '/api/callbacks', schema: CallbackSchema }),
);
apiRoutes.post(
  '/api/discovery-calls',
  postBooking({
    kind: 'discovery-call',
    path: '/api/discovery-calls',
    schema: DiscoveryCallSchema,
  }),
);

apiRoutes.post(
  '/api/bookings/:booking/reschedule',
  withBooking((c, about) => postRescheduling(about)(c)),
);
apiRoutes.post(
  '/api/bookings/:booking/cancel',
  withBooking((c, about) => postCancellation(about)(c)),
);
apiRoutes.get('/api/bookings/:booking/invite.ics', withBooking(sendInvite));

apiRoutes.get(
  '/api/calendar/:file{[^/]+\\.ics}',
  etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...Object.keys(PRIVATE_HEADERS)] }),
  sendFeed,
);

apiRoutes.post('/api/webhooks/resend', takeReport);
apiRoutes.post('/api/deliver', takeDelivery);
