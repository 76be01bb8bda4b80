import type { Config } from '@netlify/functions';
import { CallbackSchema } from '#domain/booking/booking.ts';
import { takeCall } from '../lib/bookings/take-call.ts';
import { handler } from '../lib/handler.ts';

const PATH = '/api/callbacks';

/** `POST /api/callbacks`: a window in which we ring back. */
export default handler({
  POST: takeCall({ kind: 'callback', path: PATH, schema: CallbackSchema }),
});

export const config: Config = { path: '/api/callbacks' };
