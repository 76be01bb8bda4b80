import { createHmac } from 'node:crypto';
import { DAY } from '#domain/time/day.ts';
import type { App } from '../app.ts';

/** What is counted: emails by mailbox; new calls, posts, reads and links to sign in by connection; all posts together; wrong codes by address. */
export type Counted = 'mail' | 'calls' | 'posts' | 'all posts' | 'reads' | 'links' | 'codes';

const hashOn = ({ environment }: App, day: string, counted: Counted, whose: string): Buffer =>
  createHmac('sha256', environment.LINK_SECRET).update(`count|${day}|${counted}|${whose}`).digest();

/**
 * What a count is kept under: a hash that changes daily, so that nothing kept says whose it is. The first is today’s;
 * the second yesterday’s, under which what was counted in the last 24 hours may stand too.
 */
export function dailyHashes(
  app: App,
  counted: Counted,
  whose: string,
): [today: Buffer, yesterday: Buffer] {
  const now = app.now().getTime();
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  return [hashOn(app, dayOf(now), counted, whose), hashOn(app, dayOf(now - DAY), counted, whose)];
}

/** The name under which those who count for the same wait for one another; it says nothing of whose it is. */
export const lockNameOf = (app: App, counted: string, whose: string): string =>
  createHmac('sha256', app.environment.LINK_SECRET)
    .update(`lock|${counted}|${whose}`)
    .digest('base64url');
