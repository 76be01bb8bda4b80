import type { Config } from '@netlify/functions';
import { handler } from '../../http/handler.ts';
import { showCallPage, takeCallDetails } from './call-pages.ts';

/** `/discovery-call/`: the free times, then the details, then what will be booked. It saves nothing itself. */
export default handler({
  GET: showCallPage('discovery-call'),
  POST: takeCallDetails('discovery-call'),
});

export const config: Config = { path: ['/discovery-call', '/discovery-call/'] };
