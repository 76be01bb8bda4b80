import type { App } from '../app.ts';
import { auditAct } from './audit.ts';
import { endSession, openSession } from './session.ts';
import { findLink, type LinkState, useLink } from './sign-in-links.ts';

/** What came of a link that was pressed: what the cookie holds and where to go on, or why it opens nothing. */
export type SignedIn =
  | { kind: 'signed-in'; token: string; onward: string }
  | Exclude<LinkState, { kind: 'works' }>;

/**
 * Signs in with a link and uses it up. The session this browser had before, named by its cookie's
 * `former` token, ends, so that none is left behind that nobody can sign out of.
 */
export const signInWith = (app: App, link: string, former: string | undefined): Promise<SignedIn> =>
  app.database.transaction(async (tx) => {
    const used = await useLink(app, tx, link);
    if (!used) {
      const found = await findLink(app, link, tx);
      return found.kind === 'works' ? { kind: 'used' } : found;
    }
    await endSession(tx, former);
    const token = await openSession(app, tx, used.email);
    await auditAct(app, tx, { staff: used.email, act: 'signed in' });
    return { kind: 'signed-in', token, onward: used.onward };
  });

/** Signs out: the session opens nothing from then on, a copy of its cookie included. */
export const signOut = (app: App, staff: string, token: string | undefined): Promise<void> =>
  app.database.transaction(async (tx) => {
    await endSession(tx, token);
    await auditAct(app, tx, { staff, act: 'signed out' });
  });
