import type { Transaction } from '#data/client.ts';
import {
  deleteSession,
  deleteSessionsSeenBy,
  findSession,
  insertSession,
  recordSeen,
} from '#data/desk-access-repository.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { hashOf, isKeyShaped } from '../keys.ts';
import { staffAddress } from './staff.ts';
import { newToken } from './token.ts';

/** A session ends after so long without a page (docs/decisions/0011). */
const IDLE_MS = 12 * 60 * MINUTE;

/** How stale "last seen" may get, so that reading a page seldom writes. */
const SEEN_EVERY_MS = 5 * MINUTE;

const idleSince = (app: App) => new Date(app.now().getTime() - IDLE_MS);

/** Opens a session for an address on the staff list, in `tx`; returns what its cookie holds. */
export async function openSession(app: App, tx: Transaction, email: string): Promise<string> {
  const token = newToken(app);
  await insertSession(tx, { hash: hashOf(token), email, at: app.now() });
  return token;
}

/** Ends the session of a cookie, in `tx`, if it has one. */
export async function endSession(tx: Transaction, token: string | undefined): Promise<void> {
  if (token === undefined || !isKeyShaped(token)) return;
  await deleteSession(tx, hashOf(token));
}

/** Deletes the sessions that have been idle too long to open anything. */
export const forgetSessions = (app: App): Promise<void> =>
  deleteSessionsSeenBy(app.database, idleSince(app));

async function see(app: App, hash: Buffer, seenAt: Date): Promise<void> {
  if (app.now().getTime() - seenAt.getTime() < SEEN_EVERY_MS) return;
  await recordSeen(app.database, hash, app.now());
}

/**
 * Whose session a cookie opens: the address, while it is on the staff list and was seen within 12 hours.
 * Found by a hash, so how long it takes says nothing of how near a guess came.
 */
export async function staffOf(app: App, token: string | undefined): Promise<string | undefined> {
  if (token === undefined || !isKeyShaped(token)) return undefined;
  const hash = hashOf(token);
  const session = await findSession(app.database, hash, idleSince(app));
  const staff = session && staffAddress(app, session.email);
  if (session && staff) await see(app, hash, session.seenAt);
  return staff;
}
