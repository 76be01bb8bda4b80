import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '#services/app.ts';
import { LOCAL_DEFAULTS, readEnvironment } from '#services/environment.ts';
import { log } from '#services/log.ts';
import { resendSender } from '#services/notifications/mail-sender.ts';
import { askForDelivery } from '#web/http/ask-ourselves.ts';
import { postAlert } from '#web/http/post-alert.ts';
import { openEmbedded, openServer } from './database.ts';
import { startClock } from './fixed-clock.ts';
import { lockFolder } from './lock.ts';
import { type Mailbox, startMailbox } from './mailbox/start.ts';

/** The app on a developer's machine, with what stands in for the services it uses. */
export interface LocalApp {
  app: App;
  /** Undefined when another mail service is used. */
  mailbox: Mailbox | undefined;
  close(): Promise<void>;
}

/** How many mails a second the local mailbox is handed. */
const MAILBOX_PER_SECOND = '1000';

type Settings = Record<string, string | undefined>;

const secretOf = (env: Settings) =>
  env.RESEND_WEBHOOK_SECRET ?? LOCAL_DEFAULTS.RESEND_WEBHOOK_SECRET;

const openMailbox = (env: Settings, folder: string, port: number, now: () => Date) =>
  startMailbox({
    port,
    directory: join(folder, 'mailbox'),
    webhook: { url: `http://localhost:${port - 1}/api/webhooks/resend`, secret: secretOf(env) },
    clock: now,
  });

/** The PostgreSQL at NETLIFY_DB_URL or else the embedded one, kept in `folder` for this process alone. */
export async function openPostgres(env: Settings, folder: string) {
  if (env.NETLIFY_DB_URL) return openServer(env.NETLIFY_DB_URL);
  const unlock = lockFolder(folder);
  const embedded = await openEmbedded(join(folder, 'database'));
  return {
    ...embedded,
    async close() {
      await embedded.close();
      unlock();
    },
  };
}

/**
 * Opens the app as `env` says: PostgreSQL at NETLIFY_DB_URL or else the embedded one, the mail service
 * of RESEND_BASE_URL or RESEND_API_KEY or else the local mailbox on the next port. What is kept, is
 * kept in DATA (`.data`). Throws an error that names what is wrong.
 */
export async function openLocalApp(env: Settings, port: number): Promise<LocalApp> {
  const folder = env.DATA ?? '.data';
  const url = env.URL ?? `http://localhost:${port}`;
  const ownMail = env.RESEND_BASE_URL !== undefined || env.RESEND_API_KEY !== undefined;
  const now = startClock(env.CLOCK);
  const { site } = await import('../generated/site.js');
  // The mailbox takes what comes as fast as it comes, unless the pace of a real service is asked for.
  const ownMailbox = ownMail
    ? {}
    : {
        RESEND_BASE_URL: `http://127.0.0.1:${port + 1}`,
        MAIL_PER_SECOND: env.MAIL_PER_SECOND ?? MAILBOX_PER_SECOND,
      };
  // Checked before anything is opened, with a stand-in where the address is not known yet.
  const check = (databaseUrl: string) =>
    readEnvironment({ ...env, URL: url, ...ownMailbox, NETLIFY_DB_URL: databaseUrl }, 'local');
  check(env.NETLIFY_DB_URL ?? 'postgres://localhost');

  const postgres = await openPostgres(env, folder);
  const mailbox = ownMail
    ? undefined
    : await openMailbox(env, folder, port + 1, now).catch(async (error) => {
        await postgres.close();
        throw error;
      });
  const environment = check(postgres.url);
  const app: App = {
    place: 'local',
    environment,
    site,
    database: postgres.database,
    send: resendSender(environment),
    now,
    wait,
    handOn: () => askForDelivery(app),
    ...(environment.ALERT_URL && { alert: (text) => postAlert(app, text) }),
    uuid: randomUUID,
    randomBytes,
    log,
  };
  return {
    app,
    mailbox,
    async close() {
      await mailbox?.close();
      await postgres.close();
    },
  };
}
