import type { Config } from '@netlify/functions';
import { DiscoveryCallSchema } from '#domain/booking/booking.ts';
import { handler } from '../http/handler.ts';
import { takeCall } from './create-booking-post.ts';

const PATH = '/api/discovery-calls';

/** `POST /api/discovery-calls`: a first conversation, with an invitation by email. */
export default handler({
  POST: takeCall({ kind: 'discovery-call', path: PATH, schema: DiscoveryCallSchema }),
});

export const config: Config = { path: '/api/discovery-calls' };
