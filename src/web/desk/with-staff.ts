import { DESK_PATH } from '#domain/desk/paths.ts';
import { onwardOf } from '#domain/desk/sign-in.ts';
import { staffOf } from '#services/desk/session.ts';
import { readBody } from '../http/request-body.ts';
import { seeOther } from '../http/responses.ts';
import type { WebContext } from '../http/web-app.ts';
import { tokenOf } from './cookie.ts';
import { outsidePage } from './desk-page.ts';
import { leadToPasskey } from './sign-in/passkey-only.ts';
import { signedOutView } from './sign-in/signed-out-view.ts';

/** A request of somebody who is signed in; `staff` is their address, in lower case. */
export type DeskContext = WebContext & { readonly var: { readonly staff: string } };

/** Nothing was done; what was typed is shown, so that it can be copied. */
async function signedOut(c: WebContext): Promise<Response> {
  const body = await readBody(c.req.raw, true);
  const fields = body.kind === 'refused' ? {} : body.fields;
  const typed = Object.entries(fields).map(([name, value]) => [name, String(value)] as const);
  const heading = 'You are signed out';
  return outsidePage(c, { heading, live: signedOutView(typed) }, { status: 401 });
}

/**
 * A response for staff alone. Everybody else is led to where staff sign in, whatever the address is; a
 * post of theirs does nothing, and what it held is shown to them again.
 */
export const withStaff =
  (respond: (c: DeskContext) => Promise<Response>) =>
  async (c: WebContext): Promise<Response> => {
    const staff = await staffOf(c.var.app, tokenOf(c));
    if (staff) {
      c.set('staff', staff);
      return (await leadToPasskey(c, staff)) ?? respond(c as DeskContext);
    }
    if (c.req.method === 'POST') return signedOut(c);
    const onward = onwardOf(new URL(c.req.url).pathname);
    const query = onward === DESK_PATH ? '' : `?onward=${encodeURIComponent(onward)}`;
    return seeOther(`/desk/sign-in/${query}`);
  };
