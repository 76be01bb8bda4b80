import { signOut } from '#services/desk/sign-in.ts';
import { seeOther } from '../../http/responses.ts';
import { NO_BROWSER_COOKIE, NO_COOKIE, tokenOf } from '../cookie.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { signOutView } from './sign-in-view.ts';

/** `/desk/sign-out/`: a button, and then the end of the session. */
export const showSignOut = (c: DeskContext) =>
  deskPage(c, { heading: 'Sign out?', live: signOutView(c.var.staff) });

/** The answer to somebody who is signed out: the browser forgets our cookies, and every page of the desk it has kept. */
export function signedOutAnswer(): Response {
  const response = seeOther('/desk/sign-in/?signed-out');
  response.headers.append('set-cookie', NO_COOKIE);
  response.headers.append('set-cookie', NO_BROWSER_COOKIE);
  response.headers.set('clear-site-data', '"cache", "cookies", "storage"');
  return response;
}

/** Ends the session, and takes the cookie away. */
export async function takeSignOut(c: DeskContext): Promise<Response> {
  await signOut(c.var.app, c.var.staff, tokenOf(c));
  return signedOutAnswer();
}
