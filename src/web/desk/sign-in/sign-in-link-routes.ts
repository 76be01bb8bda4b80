import type { Config } from '@netlify/functions';
import * as z from 'zod';
import { type SignedIn, signInWith } from '#services/desk/sign-in.ts';
import { findLink } from '#services/desk/sign-in-links.ts';
import { type Call, handler, refuse } from '../../http/handler.ts';
import { takePost } from '../../http/post-form.ts';
import { seeOther } from '../../http/responses.ts';
import { cookieOf, tokenOf } from '../cookie.ts';
import { outsidePage } from '../desk-page.ts';
import { deadLinkView, signInButton } from './sign-in-view.ts';

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
