import type { Transaction } from '#data/client.ts';
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

/** How many links of an address work; anyone who asks for the same address at once waits until `tx` ends. */
async function countLive(app: App, tx: Transaction, email: string): Promise<number> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`desk link|${email}`]);
  const [live] = await tx.query<{ links: number }>(
    `SELECT count(*)::int AS links FROM desk_links
     WHERE email = $1 AND used_at IS NULL AND created_at >= $2`,
    [email, stillWorks(app)],
  );
  return live?.links ?? 0;
}

async function writeLink(app: App, tx: Transaction, email: string, onward: string) {
  const token = newToken(app);
  const hash = hashOf(token);
  await tx.query(
    'INSERT INTO desk_links (hash, email, onward, created_at) VALUES ($1, $2, $3, $4)',
    [hash, email, onward, app.now()],
  );
  const message = await enqueueMessage(app, tx, {
    kind: 'link to sign in',
    audience: 'staff',
    to: email,
    words: signInEmail(`${app.environment.URL}/desk/sign-in/${token}/`),
  });
  return { hash, message };
}

/**
 * Enqueues a link to an address on the staff list that has fewer than MOST_LIVE. For any other address the
 * same statements run, and what was written is taken back by the last of them, so that the time it
 * takes does not tell who is on the list.
 */
export const enqueueSignInLink = (app: App, { email, onward }: SignIn): Promise<void> =>
  app.database.transaction(async (tx) => {
    const to = plainAddress(email);
    const live = await countLive(app, tx, to);
    const { hash, message } = await writeLink(app, tx, to, onward);
    const takenBack = staffAddress(app, to) === undefined || live >= MOST_LIVE;
    await tx.query(
      `WITH link AS (DELETE FROM desk_links WHERE hash = $1 AND $3)
       DELETE FROM messages WHERE id = $2 AND $3`,
      [hash, message, takenBack],
    );
  });

/** Where a link to sign in stands; one of somebody who has left the staff list is unknown. */
export type LinkState =
  | { kind: 'works'; email: string; onward: string }
  | { kind: 'used' | 'expired' | 'unknown' };

interface LinkRow {
  email: string;
  onward: string;
  created_at: Date;
  used_at: Date | null;
}

/** Looks a link up by its hash, and changes nothing. */
export async function findLink(
  app: App,
  token: string,
  tx: Transaction = app.database,
): Promise<LinkState> {
  if (!isKeyShaped(token)) return { kind: 'unknown' };
  const [link] = await tx.query<LinkRow>(
    'SELECT email, onward, created_at, used_at FROM desk_links WHERE hash = $1',
    [hashOf(token)],
  );
  const email = link && staffAddress(app, link.email);
  if (!link || !email) return { kind: 'unknown' };
  if (link.used_at) return { kind: 'used' };
  if (link.created_at < stillWorks(app)) return { kind: 'expired' };
  return { kind: 'works', email, onward: link.onward };
}

/** Uses a link up, in `tx`: one statement decides, so that of any number at once one gets it. */
export async function useLink(
  app: App,
  tx: Transaction,
  token: string,
): Promise<Pick<LinkRow, 'email' | 'onward'> | undefined> {
  if (!isKeyShaped(token)) return undefined;
  const [used] = await tx.query<LinkRow>(
    `UPDATE desk_links SET used_at = $2
     WHERE hash = $1 AND used_at IS NULL AND created_at >= $3 AND email = ANY($4)
     RETURNING email, onward`,
    [hashOf(token), app.now(), stillWorks(app), staffList(app)],
  );
  return used;
}
