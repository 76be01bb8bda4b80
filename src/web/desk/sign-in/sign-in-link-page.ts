import * as z from 'zod';
import { type SignedIn, signInWith } from '#services/desk/sign-in.ts';
import { findLink } from '#services/desk/sign-in-links.ts';
import { postForm } from '../../http/post-form.ts';
import { refuse } from '../../http/refuse.ts';
import { seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { cookieOf, tokenOf } from '../cookie.ts';
import { outsidePage } from '../desk-page.ts';
import { deadLinkView, signInButton } from './sign-in-view.ts';

const STATUS = { used: 410, expired: 410, unknown: 404 } as const;

const linkOf = ({ req }: WebContext) => req.param('link') ?? '';

const showDead = (c: WebContext, kind: keyof typeof STATUS) =>
  outsidePage(c, deadLinkView(kind), { status: STATUS[kind] });

/** Mail scanners open links: this changes nothing. */
export async function showSignInButton(c: WebContext): Promise<Response> {
  const link = await findLink(c.var.app, linkOf(c));
  if (link.kind !== 'works') return showDead(c, link.kind);
  return outsidePage(c, { heading: 'Sign in to the desk', live: signInButton(link.email) });
}

function answer(c: WebContext, outcome: SignedIn): Promise<Response> | Response {
  if (outcome.kind !== 'signed-in') return showDead(c, outcome.kind);
  const response = seeOther(outcome.onward);
  response.headers.set('set-cookie', cookieOf(outcome.token));
  return response;
}

const NOTHING = z.strictObject({});

export const signIn = postForm(
  {
    schema: NOTHING,
    mayBeEmpty: true,
    fromForm: (fields) => fields,
    formAgain: (c, _typed, refusal) => refuse(c.req.raw, refusal),
  },
  async (c) => answer(c, await signInWith(c.var.app, linkOf(c), tokenOf(c))),
);
