import type { Config } from '@netlify/functions';
import { DiscoveryCallSchema } from '#domain/booking/booking.ts';
import { takeCall } from '../lib/bookings/take-call.ts';
import { handler } from '../lib/handler.ts';

const PATH = '/api/discovery-calls';

/** `POST /api/discovery-calls`: a first conversation, with an invitation by email. */
export default handler({
  POST: takeCall({ kind: 'discovery-call', path: PATH, schema: DiscoveryCallSchema }),
});

export const config: Config = { path: '/api/discovery-calls' };
