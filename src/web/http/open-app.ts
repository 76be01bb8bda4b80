import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '@netlify/functions';
import { openDatabase } from '#data/client.ts';
import type { App } from '#services/app.ts';
import { type Place, readEnvironment } from '#services/environment.ts';
import { log } from '#services/log.ts';
import { resendSender } from '#services/notifications/mail-sender.ts';
import type { Site } from '#services/site.ts';
import { askForDelivery } from './ask-ourselves.ts';
import { postAlert } from './post-alert.ts';
import { purgeTag } from './purge-tag.ts';

// Here everything is put together: the one place of src/web that opens the database.

/** What functions use of the context Netlify gives them. */
export type FunctionContext = Pick<Context, 'deploy' | 'ip' | 'waitUntil'> &
  Partial<Pick<Context, 'url'>>;

/** What says where an app is opened. */
export type Opening = Pick<FunctionContext, 'deploy' | 'url'>;

let current: App | undefined;

/** Gives every function in this process the same `app`; the local server and the tests use it. */
export function provideApp(app: App | undefined): void {
  current = app;
}

/** Where a request's deploy runs (Netlify's `context.deploy.context`). */
export const placeOf = (context: Pick<FunctionContext, 'deploy'>): Place => {
  if (context.deploy.context === 'production') return 'production';
  return context.deploy.context === 'dev' ? 'local' : 'preview';
};

/** The settings and shells of the build this function belongs to. */
export async function loadSite(): Promise<Site> {
  if (current) return current.site;
  return (await import('../../../netlify/generated/site.js')).site;
}

/** The app, opened at the first call and kept. Throws EnvironmentError while settings are missing or wrong. */
export async function openApp(context: Opening): Promise<App> {
  if (current) return current;
  const place = placeOf(context);
  if (place === 'preview') {
    const { openPreview } = await import('./open-preview.ts');
    return openPreview(context, openDatabase);
  }
  const environment = readEnvironment(process.env, place);
  const app: App = {
    place,
    environment,
    site: await loadSite(),
    database: openDatabase(() => process.env['NETLIFY_DB_URL'] ?? environment.NETLIFY_DB_URL),
    send: resendSender(environment),
    now: () => new Date(),
    wait,
    handOn: () => askForDelivery(app),
    ...(environment.ALERT_URL && { alert: (text) => postAlert(app, text) }),
    ...(place !== 'local' && { purge: purgeTag }),
    uuid: randomUUID,
    randomBytes,
    log,
  };
  current = app;
  return app;
}
