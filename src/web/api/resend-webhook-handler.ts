import { recordReport } from '#services/notifications/delivery-reports.ts';
import { refuse } from '../http/refuse.ts';
import { json } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';

const UNSIGNED = {
  status: 401,
  detail: 'This report is not signed with the secret the mail service and this site share.',
} as const;

const UNREAD = {
  status: 400,
  detail: 'This is signed, and is no delivery report: it needs type, created_at and data.',
} as const;

const REFUSALS = { unsigned: UNSIGNED, unread: UNREAD } as const;

/** `POST /api/webhooks/resend`: what became of a message, as the mail service reports it. */
export async function takeReport({ var: { app }, req }: WebContext): Promise<Response> {
  const payload = await req.raw.text();
  const taken = await recordReport(app, payload, req.raw.headers);
  return taken === 'taken' ? json({ received: true }) : refuse(req.raw, REFUSALS[taken]);
}
