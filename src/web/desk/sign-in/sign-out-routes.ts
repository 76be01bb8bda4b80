import type { Config } from '@netlify/functions';
import { signOut } from '#services/desk/sign-in.ts';
import { handler } from '../../http/handler.ts';
import { seeOther } from '../../http/responses.ts';
import { NO_COOKIE, tokenOf } from '../cookie.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskCall, withStaff } from '../with-staff.ts';
import { signOutView } from './sign-in-view.ts';

const showButton = (call: DeskCall) =>
  deskPage(call, { heading: 'Sign out?', live: signOutView(call.staff) });

async function leave({ app, request, staff }: DeskCall): Promise<Response> {
  await signOut(app, staff, tokenOf(request));
  const response = seeOther('/desk/sign-in/?signed-out');
  response.headers.set('set-cookie', NO_COOKIE);
  return response;
}

/** `/desk/sign-out/`: a button, and then the end of the session. */
export default handler({ GET: withStaff(showButton), POST: withStaff(leave) });

export const config: Config = { path: ['/desk/sign-out', '/desk/sign-out/'] };
