import type { Config } from '@netlify/functions';
import * as z from 'zod';
import { deadLinkView, signInButton } from '#views/desk-sign-in.ts';
import { cookieOf, tokenOf } from '../lib/desk/cookie.ts';
import { outsidePage } from '../lib/desk/desk-page.ts';
import { findLink } from '../lib/desk/links.ts';
import { type SignedIn, signInWith } from '../lib/desk/sign-in.ts';
import { type Call, handler, refuse } from '../lib/handler.ts';
import { takePost } from '../lib/http/accept-post.ts';
import { seeOther } from '../lib/http/answer.ts';

const STATUS = { used: 410, expired: 410, unknown: 404 } as const;

const linkOf = ({ context }: Call) => context.params['link'] ?? '';

const showDead = (call: Call, kind: keyof typeof STATUS) =>
  outsidePage(call, deadLinkView(kind), { status: STATUS[kind] });

/** Mail scanners open links: this changes nothing. */
async function showButton(call: Call): Promise<Response> {
  const link = await findLink(call.app, linkOf(call));
  if (link.kind !== 'works') return showDead(call, link.kind);
  return outsidePage(call, { heading: 'Sign in to the desk', live: signInButton(link.email) });
}

function answer(call: Call, outcome: SignedIn): Promise<Response> | Response {
  if (outcome.kind !== 'signed-in') return showDead(call, outcome.kind);
  const response = seeOther(outcome.onward);
  response.headers.set('set-cookie', cookieOf(outcome.token));
  return response;
}

const NOTHING = z.strictObject({});

const signIn = takePost(
  {
    schema: NOTHING,
    mayBeEmpty: true,
    fromForm: (fields) => fields,
    formAgain: (call, _typed, refusal) => refuse(call.request, refusal),
  },
  async (call) => answer(call, await signInWith(call.app, linkOf(call), tokenOf(call.request))),
);

/** `/desk/sign-in/{link}/`: a button that signs in with a link from an email, once. */
export default handler({ GET: showButton, POST: signIn });

export const config: Config = { path: ['/desk/sign-in/:link', '/desk/sign-in/:link/'] };
