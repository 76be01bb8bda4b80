import { createHmac } from 'node:crypto';
import { DAY } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { secretsOf, subkey } from '../keys.ts';

/** What is counted: emails by mailbox; new calls, posts, reads and links to sign in by connection; all posts together; wrong codes by address. */
export type Counted = 'mail' | 'calls' | 'posts' | 'all posts' | 'reads' | 'links' | 'codes';

const hashOn = (secret: string, day: string, counted: Counted, whose: string): Buffer =>
  createHmac('sha256', subkey(secret, 'counts')).update(`${day}|${counted}|${whose}`).digest();

/**
 * What a count is kept under: a hash that changes daily, so that nothing kept says whose it is. The first is today’s;
 * the others are yesterday’s, and those of the LINK_SECRET before this one, under which what was counted in the last 24
 * hours may stand too.
 */
export function dailyHashes(
  app: App,
  counted: Counted,
  whose: string,
): [today: Buffer, ...before: Buffer[]] {
  const now = app.now().getTime();
  const utcDate = (at: number) => new Date(at).toISOString().slice(0, 10);
  const [today, ...before] = secretsOf(app.environment).flatMap((secret) =>
    [now, now - DAY].map((at) => hashOn(secret, utcDate(at), counted, whose)),
  );
  if (!today) throw new Error('There is no secret to count with.');
  return [today, ...before];
}

/** The name under which those who count for the same wait for one another; it says nothing of whose it is. */
export const lockNameOf = (app: App, counted: string, whose: string): string =>
  createHmac('sha256', subkey(app.environment.LINK_SECRET, 'locks'))
    .update(`${counted}|${whose}`)
    .digest('base64url');
