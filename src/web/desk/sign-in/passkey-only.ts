import { ADD_PASSKEY_PATH } from '#domain/desk/paths.ts';
import { mustAddPasskey } from '#services/desk/second-factor.ts';
import { refuse } from '../../http/refuse.ts';
import { seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { outsidePage } from '../desk-page.ts';
import { passkeyNeededView } from './sign-in-view.ts';

/** What opens to somebody who must add a passkey first: adding one, and signing out. */
const OPEN = /^\/desk\/(?:passkeys\/(?:add|options)|sign-out)\/?$/;

const ADD_ONE = {
  status: 409,
  detail: 'Nothing was done. Staff sign in with a passkey here: add yours first.',
  onward: { href: ADD_PASSKEY_PATH, label: 'Add a passkey' },
} as const;

/** Where staff sign in by passkey alone: leads somebody who has none to add one, whatever they asked for; undefined for everybody else. */
export async function leadToPasskey(c: WebContext, staff: string): Promise<Response | undefined> {
  if (OPEN.test(c.req.path) || !(await mustAddPasskey(c.var.app, staff))) return undefined;
  return c.req.method === 'POST' ? refuse(c.req.raw, ADD_ONE) : seeOther(ADD_PASSKEY_PATH);
}

/** The link or the code was right, and is used up; its person has a passkey, and signs in with that alone. */
export const showPasskeyNeeded = (c: WebContext, onward: string): Promise<Response> =>
  outsidePage(c, { heading: 'Use your passkey', live: passkeyNeededView(onward) }, { status: 409 });
