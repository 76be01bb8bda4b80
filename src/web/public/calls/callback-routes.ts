import type { Config } from '@netlify/functions';
import { handler } from '../../http/handler.ts';
import { showCallPage, takeCallDetails } from './call-pages.ts';

/** `/callback/`: the free times, then the details, then what will be booked. It saves nothing itself. */
export default handler({ GET: showCallPage('callback'), POST: takeCallDetails('callback') });

export const config: Config = { path: ['/callback', '/callback/'] };
