import type { Config } from '@netlify/functions';
import { recordReport } from '#services/notifications/delivery-reports.ts';
import { type Call, handler, refuse } from '../http/handler.ts';
import { readLimited, TOO_LARGE } from '../http/request-body.ts';
import { json } from '../http/responses.ts';

const UNSIGNED = {
  status: 401,
  detail: 'This report is not signed with the secret the mail service and this site share.',
} as const;

const UNREAD = {
  status: 400,
  detail: 'This is signed, and is no delivery report: it needs type, created_at and data.',
} as const;

const REFUSALS = { unsigned: UNSIGNED, unread: UNREAD } as const;

async function takeReport({ app, request }: Call): Promise<Response> {
  const bytes = await readLimited(request);
  if (!bytes) return refuse(request, TOO_LARGE);
  const payload = new TextDecoder().decode(bytes);
  const taken = await recordReport(app, payload, request.headers);
  return taken === 'taken' ? json({ received: true }) : refuse(request, REFUSALS[taken]);
}

/** `POST /api/webhooks/resend`: what became of a message, as the mail service reports it. */
export default handler({ POST: takeReport });

export const config: Config = { path: '/api/webhooks/resend' };
