import { DESK_PATH } from '#domain/desk/paths.ts';
import { onwardOf } from '#domain/desk/sign-in.ts';
import { staffOf } from '#services/desk/session.ts';
import type { Call } from '../http/handler.ts';
import { readBody } from '../http/request-body.ts';
import { seeOther } from '../http/responses.ts';
import { tokenOf } from './cookie.ts';
import { outsidePage } from './desk-page.ts';
import { signedOutView } from './sign-in/signed-out-view.ts';

/** A request of somebody who is signed in; `staff` is their address, in lower case. */
export interface DeskCall extends Call {
  staff: string;
}

/** Nothing was done; what was typed is shown, so that it can be copied. */
async function signedOut(call: Call): Promise<Response> {
  const body = await readBody(call.request, true);
  const fields = body.kind === 'refused' ? {} : body.fields;
  const typed = Object.entries(fields)
    .filter(([name]) => name !== 'once')
    .map(([name, value]) => [name, String(value)] as const);
  const heading = 'You are signed out';
  return outsidePage(call, { heading, live: signedOutView(typed) }, { status: 401 });
}

/**
 * A response for staff alone. Everybody else is led to where staff sign in, whatever the address is; a
 * post of theirs does nothing, and what it held is shown to them again.
 */
export const withStaff =
  (respond: (call: DeskCall) => Promise<Response>) =>
  async (call: Call): Promise<Response> => {
    const staff = await staffOf(call.app, tokenOf(call.request));
    if (staff) return respond({ ...call, staff });
    if (call.request.method === 'POST') return signedOut(call);
    const onward = onwardOf(new URL(call.request.url).pathname);
    const query = onward === DESK_PATH ? '' : `?onward=${encodeURIComponent(onward)}`;
    return seeOther(`/desk/sign-in/${query}`);
  };
