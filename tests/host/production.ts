import { randomBytes } from 'node:crypto';
import type { Mailbox } from '../../netlify/dev/mailbox/start.ts';
import { openLocalApp } from '../../netlify/dev/open.ts';
import { serve } from '../../netlify/dev/serve.ts';
import { headersAreTheSame } from './checks.ts';
import type { Host } from './host.ts';

/** Every setting that production needs, with keys of its own, its mail going to `mailbox`. */
export const productionSettings = (mailbox: Mailbox) => ({
  RESEND_API_KEY: 're_deploy_check',
  RESEND_BASE_URL: mailbox.url,
  RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('base64')}`,
  MAIL_FROM: 'Service <hello@example.org>',
  STAFF_EMAIL: 'team@example.org',
  LINK_SECRET: randomBytes(36).toString('base64url'),
});

/** What `npm start` needs to answer as a deploy does. */
interface Start {
  root: string;
  port: number;
  settings: Record<string, string>;
  databaseUrl: string;
}

/** Answers of a deploy carry the same headers as those of `npm start` on the same settings and database. */
export async function headersAsStartHasThem(
  host: Host,
  { root, port, settings, databaseUrl }: Start,
): Promise<string> {
  const url = `http://localhost:${port}`;
  const local = await openLocalApp({ ...settings, NETLIFY_DB_URL: databaseUrl, URL: url }, port);
  const served = await serve(root, port, local.app, { schedules: false });
  try {
    return await headersAreTheSame(host, url);
  } finally {
    await served.close();
    await local.close();
  }
}
