import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '#data/client.ts';
import type { App } from '#services/app.ts';
import { LOCAL_DEFAULTS, readEnvironment } from '#services/environment.ts';
import { log } from '#services/log.ts';
import { startClock } from '../fixed-clock.ts';
import { openPostgres } from '../open.ts';

type Settings = Record<string, string | undefined>;

/** A setting that words written here depend on is missing. */
export class PrivacySettingsError extends Error {
  override name = 'PrivacySettingsError';
}

/** What cancellations and marks are written with: the same as the live site’s, or calendars would not know them. */
const WRITTEN_WITH = ['MAIL_FROM', 'STAFF_EMAIL', 'LINK_SECRET', 'URL'] as const;

const isHere = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

/** Throws PrivacySettingsError when a database elsewhere would be changed with settings of this machine. */
function refuseLocalDefaults(env: Settings): void {
  if (!env.NETLIFY_DB_URL || isHere(env.NETLIFY_DB_URL)) return;
  const defaults: Settings = LOCAL_DEFAULTS;
  const missing = WRITTEN_WITH.filter((name) => !env[name] || env[name] === defaults[name]);
  if (missing.length === 0) return;
  throw new PrivacySettingsError(
    `Set ${missing.join(', ')} as the live site has ${missing.length === 1 ? 'it' : 'them'}: cancellations are written with them, and calendars follow only what comes from the same sender.`,
  );
}

/** A server’s database is taken as it is: only a deploy brings it up to date. */
async function openKept(env: Settings) {
  if (!env.NETLIFY_DB_URL) return openPostgres(env, env.DATA ?? '.data');
  const database = openDatabase(env.NETLIFY_DB_URL, 1);
  return { database, url: env.NETLIFY_DB_URL, close: database.close };
}

/**
 * Opens the database as `env` says, at NETLIFY_DB_URL or else the embedded one, and nothing else: no mail
 * leaves from here. Throws an error that names what is wrong, such as a server that has the data open.
 */
export async function openForPrivacy(env: Settings): Promise<{ app: App; close(): Promise<void> }> {
  refuseLocalDefaults(env);
  const { site } = await import('../../generated/site.js').catch(() => {
    throw new PrivacySettingsError('Build the site once first: npm run build');
  });
  const url = env.URL ?? 'http://localhost:8888';
  const check = (databaseUrl: string) =>
    readEnvironment({ ...env, URL: url, NETLIFY_DB_URL: databaseUrl }, 'local');
  check(env.NETLIFY_DB_URL ?? 'postgres://localhost');
  const postgres = await openKept(env);
  const app: App = {
    place: 'local',
    environment: check(postgres.url),
    site,
    database: postgres.database,
    now: startClock(env.CLOCK),
    wait,
    uuid: randomUUID,
    randomBytes,
    log,
  };
  return { app, close: postgres.close };
}
