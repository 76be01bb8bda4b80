import { connectionOf } from '#domain/limits/connection.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { dailyHashes } from './daily-hash.ts';

/** How many connections are counted at once; a crowd beyond that begins the count again. */
const MOST_CONNECTIONS = 10_000;

/** What this process has answered in one minute, by the hash of a connection. */
interface Minute {
  began: number;
  reads: Map<string, number>;
}

const minutes = new WeakMap<App['site'], Minute>();

function minuteOf({ site, now }: App): Minute {
  const began = Math.floor(now().getTime() / MINUTE) * MINUTE;
  const current = minutes.get(site);
  if (current?.began === began && current.reads.size < MOST_CONNECTIONS) return current;
  const next = { began, reads: new Map<string, number>() };
  minutes.set(site, next);
  return next;
}

/**
 * Counts one page with live content, in this process alone: a read must not cost a write. Returns the seconds to wait
 * when a connection has opened as many in this minute as it can, or undefined. RATE_LIMIT=0 counts nothing.
 */
export function countRead(app: App, address: string): number | undefined {
  if (app.environment.RATE_LIMIT === 0) return undefined;
  const { began, reads } = minuteOf(app);
  const connection = dailyHashes(app, 'reads', connectionOf(address))[0].toString('base64url');
  const count = (reads.get(connection) ?? 0) + 1;
  reads.set(connection, count);
  if (count <= app.site.settings.limits['a-minute'].pages) return undefined;
  return Math.max(1, Math.ceil((began + MINUTE - app.now().getTime()) / 1000));
}
