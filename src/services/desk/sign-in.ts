import type { Transaction } from '#data/client.ts';
import type { App } from '../app.ts';
import { auditAct } from './audit.ts';
import { needsPasskey } from './second-factor.ts';
import { endSession, openSession } from './session.ts';
import { findLink, type LinkState, type UsedLink, useCode, useLink } from './sign-in-links.ts';

/** Somebody is in: what the cookie holds, and where to go on. */
export interface Entered {
  kind: 'signed-in';
  token: string;
  onward: string;
}

/** The link or code was right, and is not enough: its person has a passkey, and this site asks for it. */
export interface PasskeyNeeded {
  kind: 'passkey-needed';
  onward: string;
}

/** What came of a link that was pressed: somebody is in, or why it opens nothing here. */
export type SignedIn = Entered | PasskeyNeeded | Exclude<LinkState, { kind: 'works' }>;

/** The secrets of a browser’s cookies: that of the session it had before, and that by which it asked for a link. */
export interface BrowserCookies {
  former: string | undefined;
  browser: string | undefined;
}

/** Opens a session, in `tx`; the one this browser had before ends, so that none is left behind that nobody can sign out of. */
export async function enter(
  app: App,
  tx: Transaction,
  { email, onward }: UsedLink,
  { former }: BrowserCookies,
  act: 'signed in' | 'signed in with a code' | 'signed in with a passkey' = 'signed in',
): Promise<Entered> {
  await endSession(tx, former);
  const token = await openSession(app, tx, email);
  await auditAct(app, tx, { staff: email, act });
  return { kind: 'signed-in', token, onward };
}

/** Lets somebody in whose link or code was right and is used up, in `tx`, unless they must use their passkey. */
async function enterByEmail(
  app: App,
  tx: Transaction,
  used: UsedLink,
  cookies: BrowserCookies,
  act: 'signed in' | 'signed in with a code',
): Promise<Entered | PasskeyNeeded> {
  if (!(await needsPasskey(app, tx, used.email))) return enter(app, tx, used, cookies, act);
  await auditAct(app, tx, { staff: used.email, act: 'link or code used without a passkey' });
  return { kind: 'passkey-needed', onward: used.onward };
}

/** Signs in with a link, in the browser that asked for it, and uses it up. */
export const signInWith = (app: App, link: string, cookies: BrowserCookies): Promise<SignedIn> =>
  app.database.transaction(async (tx) => {
    const used = await useLink(app, tx, link, cookies.browser);
    if (used) return enterByEmail(app, tx, used, cookies, 'signed in');
    const found = await findLink(app, link, cookies.browser, tx);
    return found.kind === 'works' ? { kind: 'used' } : found;
  });

/** Signs in the browser that asked for a link with the code that the link shows elsewhere; undefined when it is not right, or has ended. */
export const signInWithCode = (
  app: App,
  code: string,
  cookies: BrowserCookies,
): Promise<Entered | PasskeyNeeded | undefined> =>
  app.database.transaction(async (tx) => {
    const used = await useCode(app, tx, code, cookies.browser);
    return used && enterByEmail(app, tx, used, cookies, 'signed in with a code');
  });

/** Signs out: the session opens nothing from then on, a copy of its cookie included. */
export const signOut = (app: App, staff: string, token: string | undefined): Promise<void> =>
  app.database.transaction(async (tx) => {
    await endSession(tx, token);
    await auditAct(app, tx, { staff, act: 'signed out' });
  });
