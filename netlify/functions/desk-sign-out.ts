import type { Config } from '@netlify/functions';
import { signOutView } from '#views/desk-sign-in.ts';
import { NO_COOKIE, tokenOf } from '../lib/desk/cookie.ts';
import { deskPage } from '../lib/desk/desk-page.ts';
import { signOut } from '../lib/desk/sign-in.ts';
import { type DeskCall, withStaff } from '../lib/desk/with-staff.ts';
import { handler } from '../lib/handler.ts';
import { seeOther } from '../lib/http/answer.ts';

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
