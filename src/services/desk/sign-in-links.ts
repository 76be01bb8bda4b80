import type { Transaction } from '#data/client.ts';
import {
  countUnusedLinks,
  deleteLinkIf,
  findLinkByHash,
  insertLink,
  recordUsed,
} from '#data/desk-access-repository.ts';
import { LINK_MINUTES, type SignIn } from '#domain/desk/sign-in.ts';
import { MINUTE } from '#domain/time/day.ts';
import { signInEmail } from '#emails/sign-in-email.ts';
import type { App } from '../app.ts';
import { hashOf, isKeyShaped } from '../keys.ts';
import { enqueueMessage } from '../notifications/outbox.ts';
import { plainAddress, staffAddress, staffList } from './staff.ts';
import { newToken } from './token.ts';

/**
 * The most links of one address that work at once. Anyone who asks again and again fills nobody's mailbox
 * with more, and shuts nobody out: while none can be made, some that work are there.
 */
export const MOST_LIVE = 3;

const stillWorks = (app: App) => new Date(app.now().getTime() - LINK_MINUTES * MINUTE);

async function writeLink(app: App, tx: Transaction, email: string, onward: string) {
  const token = newToken(app);
  const hash = hashOf(token);
  await insertLink(tx, { hash, email, onward, createdAt: app.now() });
  const messageId = await enqueueMessage(app, tx, {
    kind: 'link to sign in',
    audience: 'staff',
    to: email,
    words: signInEmail(`${app.environment.URL}/desk/sign-in/${token}/`),
  });
  return { hash, messageId };
}

/**
 * Enqueues a link to an address on the staff list that has fewer than MOST_LIVE. For any other address the
 * same statements run, and what was written is taken back by the last of them, so that the time it
 * takes does not tell who is on the list.
 */
export const enqueueSignInLink = (app: App, { email, onward }: SignIn): Promise<void> =>
  app.database.transaction(async (tx) => {
    const to = plainAddress(email);
    const live = await countUnusedLinks(tx, to, stillWorks(app));
    const link = await writeLink(app, tx, to, onward);
    const takenBack = staffAddress(app, to) === undefined || live >= MOST_LIVE;
    await deleteLinkIf(tx, takenBack, link);
  });

/** Where a link to sign in stands; one of somebody who has left the staff list is unknown. */
export type LinkState =
  | { kind: 'works'; email: string; onward: string }
  | { kind: 'used' | 'expired' | 'unknown' };

/** Looks a link up by its hash, and changes nothing. */
export async function findLink(
  app: App,
  token: string,
  tx: Transaction = app.database,
): Promise<LinkState> {
  if (!isKeyShaped(token)) return { kind: 'unknown' };
  const link = await findLinkByHash(tx, hashOf(token));
  const email = link && staffAddress(app, link.email);
  if (!link || !email) return { kind: 'unknown' };
  if (link.usedAt) return { kind: 'used' };
  if (link.createdAt < stillWorks(app)) return { kind: 'expired' };
  return { kind: 'works', email, onward: link.onward };
}

/** Uses a link up, in `tx`: one statement decides, so that of any number at once one gets it. */
export async function useLink(
  app: App,
  tx: Transaction,
  token: string,
): Promise<{ email: string; onward: string } | undefined> {
  if (!isKeyShaped(token)) return undefined;
  return recordUsed(tx, hashOf(token), {
    usedAt: app.now(),
    since: stillWorks(app),
    emails: staffList(app),
  });
}
