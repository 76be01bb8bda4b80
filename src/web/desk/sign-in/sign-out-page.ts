import { signOut } from '#services/desk/sign-in.ts';
import { seeOther } from '../../http/responses.ts';
import { NO_COOKIE, tokenOf } from '../cookie.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { signOutView } from './sign-in-view.ts';

/** `/desk/sign-out/`: a button, and then the end of the session. */
export const showSignOut = (c: DeskContext) =>
  deskPage(c, { heading: 'Sign out?', live: signOutView(c.var.staff) });

/** Ends the session, and takes the cookie away. */
export async function takeSignOut(c: DeskContext): Promise<Response> {
  await signOut(c.var.app, c.var.staff, tokenOf(c));
  const response = seeOther('/desk/sign-in/?signed-out');
  response.headers.set('set-cookie', NO_COOKIE);
  return response;
}
