import type { Config } from '@netlify/functions';
import { recordReport } from '../lib/delivery/reports.ts';
import { type Call, handler, refuse } from '../lib/handler.ts';
import { json } from '../lib/http/answer.ts';
import { readLimited, TOO_LARGE } from '../lib/http/body.ts';

const UNSIGNED = {
  status: 401,
  detail: 'This report is not signed with the secret the mail service and this site share.',
} as const;

async function takeReport({ app, request }: Call): Promise<Response> {
  const bytes = await readLimited(request);
  if (!bytes) return refuse(request, TOO_LARGE);
  const payload = new TextDecoder().decode(bytes);
  const recorded = await recordReport(app, payload, request.headers);
  return recorded ? json({ received: true }) : refuse(request, UNSIGNED);
}

/** `POST /api/webhooks/resend`: what became of a message, as the mail service reports it. */
export default handler({ POST: takeReport });

export const config: Config = { path: '/api/webhooks/resend' };
