import type { Config } from '@netlify/functions';
import { CallbackSchema } from '#domain/booking/booking.ts';
import { handler } from '../http/handler.ts';
import { takeCall } from './create-booking-post.ts';

const PATH = '/api/callbacks';

/** `POST /api/callbacks`: a window in which we ring back. */
export default handler({
  POST: takeCall({ kind: 'callback', path: PATH, schema: CallbackSchema }),
});

export const config: Config = { path: '/api/callbacks' };
