import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '#services/app.ts';
import { type Environment, LOCAL_DEFAULTS, readEnvironment } from '#services/environment.ts';
import { log } from '#services/log.ts';
import { fillPreview } from '#services/previews/placeholders.ts';
import { prepareCopy } from '#services/previews/preview-copy.ts';
import { loadSite, type Opening } from './open-app.ts';

// A preview needs no settings of its own: what the live site is given for mail, staff and keys is not used in it.

let database: App['database'] | undefined;
let opened: App | undefined;

const settings = (linkSecret: string, url: string | undefined): Environment =>
  readEnvironment(
    { ...process.env, ...LOCAL_DEFAULTS, LINK_SECRET: linkSecret, ...(url && { URL: url }) },
    'preview',
  );

const now = () => new Date();

/**
 * The app of a deploy preview. Before each answer it makes sure that the database is a copy that was emptied
 * (PreviewNotEmptiedError while it may not be); one that has just been is given placeholders. Its keys are its own, it
 * stays under the address it is asked at, while Netlify’s `URL` is the main site’s, and it has nothing to send mail with.
 */
export async function openPreview(
  context: Opening,
  open: (address: () => string) => App['database'],
): Promise<App> {
  const address = () => process.env['NETLIFY_DB_URL'] ?? '';
  // Said of a missing or wrong address before it is used.
  settings(LOCAL_DEFAULTS.LINK_SECRET, context.url?.origin);
  database ??= open(address);
  const { secret, isNew } = await prepareCopy({ database, now, log, randomBytes }, address());
  if (opened?.environment.LINK_SECRET === secret && !isNew) return opened;
  const app: App = {
    place: 'preview',
    environment: settings(secret, context.url?.origin),
    site: await loadSite(),
    database,
    now,
    wait,
    uuid: randomUUID,
    randomBytes,
    log,
  };
  if (isNew) {
    log('This preview emptied its copy of the database.');
    await fillPreview(app);
  }
  opened = app;
  return app;
}
