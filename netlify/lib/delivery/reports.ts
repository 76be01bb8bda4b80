import type { App } from '../app.ts';

/** The reports that say a message never reached its mailbox, as an SQL list (Resend's event types). */
export const NOT_ARRIVED = `('email.bounced', 'email.failed', 'email.suppressed')`;

const header = (headers: Headers, name: string) => headers.get(`svix-${name}`) ?? '';

/**
 * Keeps one delivery report, once however often it comes (svix-id), in whatever order; reports about
 * other things are let pass. False when its signature does not fit.
 */
export async function recordReport(app: App, payload: string, headers: Headers): Promise<boolean> {
  const { Resend } = await import('resend');
  const resend = new Resend(app.environment.RESEND_API_KEY);
  const signature = {
    id: header(headers, 'id'),
    timestamp: header(headers, 'timestamp'),
    signature: header(headers, 'signature'),
  };
  const report = verified(() =>
    resend.webhooks.verify({
      payload,
      headers: signature,
      webhookSecret: app.environment.RESEND_WEBHOOK_SECRET,
    }),
  );
  if (!report) return false;
  if (!('email_id' in report.data)) return true;
  await app.database.query(
    `INSERT INTO delivery_reports (id, provider_id, type, reported_at, received_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING`,
    [signature.id, report.data.email_id, report.type, report.created_at, app.now()],
  );
  return true;
}

/** What a check returns, or nothing where it throws because the signature does not fit. */
function verified<Report>(check: () => Report): Report | undefined {
  try {
    return check();
  } catch {
    return undefined;
  }
}
