import { openSessions } from '#services/desk/session.ts';
import { signOut } from '#services/desk/sign-in.ts';
import { seeOther } from '../../http/responses.ts';
import { NO_BROWSER_COOKIE, NO_COOKIE, tokenOf } from '../cookie.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { signOutView } from './sign-in-view.ts';

/** `/desk/sign-out/`: a button, and then the end of the session. */
export async function showSignOut(c: DeskContext): Promise<Response> {
  const { app, staff } = c.var;
  const elsewhere = (await openSessions(app, staff, tokenOf(c))).filter(({ isThis }) => !isThis);
  const live = signOutView({ staff, elsewhere: elsewhere.length });
  return deskPage(c, { heading: 'Sign out?', live });
}

/**
 * The answer to somebody who is signed out here, or everywhere: the browser forgets our cookies, and every page of the
 * desk it has kept.
 */
export function signedOutAnswer(where: 'here' | 'everywhere'): Response {
  const response = seeOther(`/desk/sign-in/?signed-out=${where}`);
  response.headers.append('set-cookie', NO_COOKIE);
  response.headers.append('set-cookie', NO_BROWSER_COOKIE);
  response.headers.set('clear-site-data', '"cache", "cookies", "storage"');
  return response;
}

/** Ends the session, and takes the cookie away. */
export async function takeSignOut(c: DeskContext): Promise<Response> {
  await signOut(c.var.app, c.var.staff, tokenOf(c));
  return signedOutAnswer('here');
}
