import * as z from 'zod';
import { readPasskeys } from '#services/desk/passkeys.ts';
import { endOneSession, openSessions, signOutEverywhere } from '#services/desk/session.ts';
import { refuse } from '../../http/refuse.ts';
import { seeOther } from '../../http/responses.ts';
import { tokenOf } from '../cookie.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { sessionsView } from './sessions-view.ts';
import { signedOutAnswer } from './sign-out-page.ts';

const PATH = '/desk/sessions/';

/** `/desk/sessions/`: where somebody is signed in, each to be ended, or all at once. */
export async function showSessions(c: DeskContext): Promise<Response> {
  const { app, staff } = c.var;
  const sessions = await openSessions(app, staff, tokenOf(c));
  const { searchParams } = new URL(c.req.url);
  const live = sessionsView({
    staff,
    sessions,
    now: app.now().getTime(),
    isEnded: searchParams.has('ended'),
    passkeys: await readPasskeys(app, staff),
    passkey: searchParams.get('passkey'),
  });
  return deskPage(c, { heading: 'Where you are signed in', live });
}

const GONE = {
  status: 404,
  detail: 'You are not signed in there any more.',
  onward: { href: PATH, label: 'Where you are signed in' },
} as const;

const IdSchema = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Ends one of one’s own sessions. */
export async function takeEndOfSession(c: DeskContext): Promise<Response> {
  const id = IdSchema.safeParse(c.req.param('session'));
  const isEnded = id.success && (await endOneSession(c.var.app, c.var.staff, id.data));
  return isEnded ? seeOther(`${PATH}?ended`) : refuse(c.req.raw, GONE);
}

/** Ends every one of one’s own sessions, this one too. */
export async function takeSignOutEverywhere(c: DeskContext): Promise<Response> {
  await signOutEverywhere(c.var.app, c.var.staff);
  return signedOutAnswer('everywhere');
}
