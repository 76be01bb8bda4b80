import type { Config } from '@netlify/functions';
import { showCallPage, takeCallDetails } from '../lib/bookings/pages.ts';
import { handler } from '../lib/handler.ts';

/** `/discovery-call/`: the free times, then the details, then what will be booked. It saves nothing itself. */
export default handler({
  GET: showCallPage('discovery-call'),
  POST: takeCallDetails('discovery-call'),
});

export const config: Config = { path: ['/discovery-call', '/discovery-call/'] };
