import { insertDeliveryReport } from '#data/delivery-report-repository.ts';
import type { App } from '../app.ts';
import { ReportSchema } from './report-schema.ts';

/** What came of a report. */
export type ReportTaken = 'taken' | 'unsigned' | 'unread';

const header = (headers: Headers, name: string) => headers.get(`svix-${name}`) ?? '';

/**
 * Keeps one delivery report, once however often it comes (svix-id), in whatever order; reports about
 * other things are let pass. Says so when its signature does not fit, or when it is no report.
 */
export async function recordReport(
  app: App,
  payload: string,
  headers: Headers,
): Promise<ReportTaken> {
  const { Resend } = await import('resend');
  const resend = new Resend(app.environment.RESEND_API_KEY);
  const signature = {
    id: header(headers, 'id'),
    timestamp: header(headers, 'timestamp'),
    signature: header(headers, 'signature'),
  };
  const signed = verified(() =>
    resend.webhooks.verify({
      payload,
      headers: signature,
      webhookSecret: app.environment.RESEND_WEBHOOK_SECRET,
    }),
  );
  if (!signed) return 'unsigned';
  const read = ReportSchema.safeParse(signed);
  if (!read.success) return 'unread';
  const { type, created_at, data } = read.data;
  if (data.email_id === undefined) return 'taken';
  await insertDeliveryReport(app.database, {
    id: signature.id,
    providerId: data.email_id,
    type,
    reportedAt: created_at,
    receivedAt: app.now(),
  });
  return 'taken';
}

/** What a check returns, or nothing where it throws because the signature does not fit. */
function verified<Report>(check: () => Report): Report | undefined {
  try {
    return check();
  } catch {
    return undefined;
  }
}
