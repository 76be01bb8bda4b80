import { type SignedIn, signInWith } from '#services/desk/sign-in.ts';
import { findLink } from '#services/desk/sign-in-links.ts';
import { NothingTyped, postForm } from '../../http/post-form.ts';
import { refuse } from '../../http/refuse.ts';
import type { WebContext } from '../../http/web-app.ts';
import { browserOf, tokenOf } from '../cookie.ts';
import { outsidePage } from '../desk-page.ts';
import { enterDesk } from './enter.ts';
import { showPasskeyNeeded } from './passkey-only.ts';
import { codeElsewhere, deadLinkView, signInButton } from './sign-in-view.ts';

const STATUS = { used: 410, expired: 410, unknown: 404 } as const;

const linkOf = ({ req }: WebContext) => req.param('link') ?? '';

const showDead = (c: WebContext, kind: keyof typeof STATUS) =>
  outsidePage(c, deadLinkView(kind), { status: STATUS[kind] });

/** The link was opened on another browser than the one that asked for it: the code to type there. */
const showCode = (c: WebContext, found: { email: string; code: string }, status = 200) =>
  outsidePage(c, { heading: 'Go back to where you asked', live: codeElsewhere(found) }, { status });

/** Mail scanners open links: this changes nothing. */
export async function showSignInButton(c: WebContext): Promise<Response> {
  const link = await findLink(c.var.app, linkOf(c), browserOf(c));
  if (link.kind === 'elsewhere') return showCode(c, link);
  if (link.kind !== 'works') return showDead(c, link.kind);
  return outsidePage(c, { heading: 'Sign in to the desk', live: signInButton(link.email) });
}

function answer(c: WebContext, outcome: SignedIn): Promise<Response> | Response {
  if (outcome.kind === 'signed-in') return enterDesk(outcome);
  if (outcome.kind === 'passkey-needed') return showPasskeyNeeded(c, outcome.onward);
  return outcome.kind === 'elsewhere' ? showCode(c, outcome, 409) : showDead(c, outcome.kind);
}

export const signIn = postForm(
  {
    schema: NothingTyped,
    mayBeEmpty: true,
    fromForm: (fields) => fields,
    formAgain: (c, _typed, refusal) => refuse(c.req.raw, refusal),
  },
  async (c) => {
    const cookies = { former: tokenOf(c), browser: browserOf(c) };
    return answer(c, await signInWith(c.var.app, linkOf(c), cookies));
  },
);
