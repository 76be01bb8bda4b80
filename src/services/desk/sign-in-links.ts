import { createHmac } from 'node:crypto';
import { lockName } from '#data/advisory-locks.ts';
import type { Transaction } from '#data/client.ts';
import {
  countUnusedLinks,
  deleteLinkIf,
  findLinkByHash,
  forgetAskers,
  insertLink,
  recordTry,
  recordUsed,
  type UsableLink,
} from '#data/desk-access-repository.ts';
import { insertUse, usesAfter } from '#data/limit-repository.ts';
import { LINK_MINUTES, type SignIn } from '#domain/desk/sign-in.ts';
import { connectionOf } from '#domain/limits/connection.ts';
import { MINUTE } from '#domain/time/day.ts';
import { signInEmail } from '#emails/sign-in-email.ts';
import type { App } from '../app.ts';
import { hashOf, isKeyShaped, same, subkey } from '../keys.ts';
import { dailyHashes, lockNameOf } from '../limits/daily-hash.ts';
import { enqueueMessage } from '../notifications/outbox.ts';
import { plainAddress, staffAddress, staffList } from './staff.ts';
import { newToken } from './token.ts';

/**
 * The most links that work at once to one address from one connection, and from one browser to whichever address: with
 * a thousand of them, one wrong code would be a thousand guesses. A stranger who asks again and again uses up their own,
 * and never stands in the way of anybody else’s.
 */
export const MOST_LIVE = 3;

/** How often a code may be tried for one link, and for one address in an hour, whichever browser tries. */
const MOST_TRIES = 5;
const MOST_WRONG_CODES = 20;

const stillWorks = (app: App) => new Date(app.now().getTime() - LINK_MINUTES * MINUTE);

/** Forgets from where links were asked for that no longer work. */
export const forgetOldAskers = (app: App): Promise<void> =>
  forgetAskers(app.database, stillWorks(app));

/** A browser that asks for a link: the secret in its cookie, and the address of its connection. */
export interface AskingBrowser {
  browser: string;
  address: string;
}

async function writeLink(
  app: App,
  tx: Transaction,
  { email, onward }: SignIn,
  made: { browserHash: Buffer; askedFrom: Buffer },
) {
  const token = newToken(app);
  const hash = hashOf(token);
  await insertLink(tx, { hash, email, onward, createdAt: app.now(), ...made });
  const messageId = await enqueueMessage(app, tx, {
    kind: 'link to sign in',
    audience: 'staff',
    to: email,
    words: signInEmail(`${app.environment.URL}/desk/sign-in/${token}/`),
  });
  return { hash, messageId };
}

/**
 * Enqueues a link to an address on the staff list for which this connection, and this browser for any address, has asked
 * for fewer than MOST_LIVE that work. It signs in the browser that asked. For any other address the same statements run,
 * and what was written is taken back by the last of them, so that the time it takes does not tell who is on the list.
 */
export const enqueueSignInLink = (
  app: App,
  { email, onward }: SignIn,
  { browser, address }: AskingBrowser,
): Promise<void> =>
  app.database.transaction(async (tx) => {
    const to = plainAddress(email);
    const since = stillWorks(app);
    await forgetAskers(tx, since);
    const [askedFrom] = dailyHashes(app, 'links', connectionOf(address));
    const made = { browserHash: hashOf(browser), askedFrom };
    const live = await countUnusedLinks(tx, to, { since, ...made });
    const link = await writeLink(app, tx, { email: to, onward }, made);
    const takenBack = staffAddress(app, to) === undefined || live >= MOST_LIVE;
    await deleteLinkIf(tx, takenBack, link);
  });

/** The code of a link: six digits that only LINK_SECRET can make again from its hash. */
function codeOf({ environment }: App, hash: Uint8Array): string {
  const digest = createHmac('sha256', subkey(environment.LINK_SECRET, 'codes'))
    .update(hash)
    .digest();
  return String(digest.readUInt32BE() % 1_000_000).padStart(6, '0');
}

/**
 * Where a link to sign in stands: it `works` in the browser that asked for it, and `elsewhere` shows a code to be typed
 * there. One of somebody who has left the staff list is unknown.
 */
export type LinkState =
  | { kind: 'works'; email: string; onward: string }
  | { kind: 'elsewhere'; email: string; code: string }
  | { kind: 'used' | 'expired' | 'unknown' };

/** Looks a link up by its hash, as the browser with the secret `browser` opens it, and changes nothing. */
export async function findLink(
  app: App,
  token: string,
  browser: string | undefined,
  tx: Transaction = app.database,
): Promise<LinkState> {
  if (!isKeyShaped(token)) return { kind: 'unknown' };
  const hash = hashOf(token);
  const link = await findLinkByHash(tx, hash);
  const email = link && staffAddress(app, link.email);
  if (!link || !email) return { kind: 'unknown' };
  if (link.usedAt) return { kind: 'used' };
  if (link.createdAt < stillWorks(app)) return { kind: 'expired' };
  const isAsker = link.browserHash !== null && hashOf(browser ?? '').equals(link.browserHash);
  return isAsker
    ? { kind: 'works', email, onward: link.onward }
    : { kind: 'elsewhere', email, code: codeOf(app, hash) };
}

const usableBy = (app: App, browser: string): UsableLink => ({
  since: stillWorks(app),
  emails: staffList(app),
  browserHash: hashOf(browser),
});

/** What a link that was used up opens. */
export interface UsedLink {
  email: string;
  onward: string;
}

/** Uses a link up, in `tx`, by the browser that asked for it: one statement decides, so that of any number at once one gets it. */
export async function useLink(
  app: App,
  tx: Transaction,
  token: string,
  browser: string | undefined,
): Promise<UsedLink | undefined> {
  if (!isKeyShaped(token) || browser === undefined) return undefined;
  return recordUsed(tx, hashOf(token), app.now(), usableBy(app, browser));
}

/** Whether an address has had so many wrong codes in an hour that none is looked at any more; its links work all the same. */
async function isOverTried(app: App, tx: Transaction, email: string): Promise<boolean> {
  const hourAgo = new Date(app.now().getTime() - 60 * MINUTE);
  const wrong = await usesAfter(tx, dailyHashes(app, 'codes', email), hourAgo);
  return wrong.length >= MOST_WRONG_CODES;
}

/**
 * Uses up, in `tx`, the link whose code was typed in the browser that asked for it. Each code counts as a try of every
 * link that browser waits for, whether or not it is right.
 */
export async function useCode(
  app: App,
  tx: Transaction,
  code: string,
  browser: string | undefined,
): Promise<UsedLink | undefined> {
  if (browser === undefined) return undefined;
  const usable = usableBy(app, browser);
  const tried = await recordTry(tx, usable, MOST_TRIES);
  for (const email of [...new Set(tried.map((link) => link.email))].sort()) {
    await lockName(tx, lockNameOf(app, 'codes', email));
    if (await isOverTried(app, tx, email)) continue;
    const link = tried.find((each) => each.email === email && same(code, codeOf(app, each.hash)));
    if (link) return recordUsed(tx, link.hash, app.now(), usable);
    await insertUse(tx, dailyHashes(app, 'codes', email)[0], app.now());
  }
  return undefined;
}
