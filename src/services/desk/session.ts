import type { Transaction } from '#data/client.ts';
import {
  deleteSession,
  deleteSessionOf,
  deleteSessionsOf,
  deleteSessionsOver,
  findSession,
  insertSession,
  recordSeen,
  type SessionEnds,
  sessionsOf,
} from '#data/desk-access-repository.ts';
import { IDLE_HOURS, isProofFresh, SESSION_DAYS } from '#domain/desk/sign-in.ts';
import { DAY, MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { hashOf, isKeyShaped } from '../keys.ts';
import { auditAct } from './audit.ts';
import { staffAddress, staffList } from './staff.ts';
import { newToken } from './token.ts';

/** How stale "last seen" may get, so that reading a page seldom writes. */
const SEEN_EVERY_MS = 5 * MINUTE;

const endsOf = (app: App): SessionEnds => {
  const now = app.now().getTime();
  return {
    begunBy: new Date(now - SESSION_DAYS * DAY),
    seenBy: new Date(now - IDLE_HOURS * 60 * MINUTE),
  };
};

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

/**
 * Deletes the sessions that open nothing any more: over, idle, or of somebody who has left the staff list, who is not
 * signed in again by coming back.
 */
export const forgetSessions = (app: App): Promise<void> =>
  deleteSessionsOver(app.database, endsOf(app), staffList(app));

async function see(app: App, hash: Buffer, seenAt: Date): Promise<void> {
  if (app.now().getTime() - seenAt.getTime() < SEEN_EVERY_MS) return;
  await recordSeen(app.database, hash, app.now());
}

/**
 * Whose session a cookie opens: the address, while it is on the staff list, began within 7 days and was seen within 12
 * hours. Found by a hash, so how long it takes says nothing of
 * how near a guess came.
 */
export async function staffOf(app: App, token: string | undefined): Promise<string | undefined> {
  if (token === undefined || !isKeyShaped(token)) return undefined;
  const hash = hashOf(token);
  const session = await findSession(app.database, hash, endsOf(app));
  const staff = session && staffAddress(app, session.email);
  if (session && staff) await see(app, hash, session.seenAt);
  return staff;
}

/** Whether the session of a cookie began so lately that its person need not prove again who they are. */
export async function hasFreshProof(app: App, token: string | undefined): Promise<boolean> {
  const session = await findSession(app.database, hashOf(token ?? ''), endsOf(app));
  return session !== undefined && isProofFresh(session.createdAt.getTime(), app.now().getTime());
}

/** A browser somebody is signed in on: when they signed in, when it was last seen, and whether it is the one that asks. */
export type OpenSession = Awaited<ReturnType<typeof sessionsOf>>[number];

/** Where somebody is signed in, the browser last seen first. */
export const openSessions = (
  app: App,
  staff: string,
  token: string | undefined,
): Promise<OpenSession[]> =>
  sessionsOf(app.database, staff, { ends: endsOf(app), hash: hashOf(token ?? '') });

/** Signs somebody out on one of their browsers; false when they are not signed in there. */
export const endOneSession = (app: App, staff: string, id: number): Promise<boolean> =>
  app.database.transaction(async (tx) => {
    const ended = await deleteSessionOf(tx, staff, id);
    if (ended) await auditAct(app, tx, { staff, act: 'signed out on another browser' });
    return ended;
  });

/** Signs somebody out on every browser, the one that asks among them. */
export const signOutEverywhere = (app: App, staff: string): Promise<void> =>
  app.database.transaction(async (tx) => {
    await deleteSessionsOf(tx, staff);
    await auditAct(app, tx, { staff, act: 'signed out everywhere' });
  });
