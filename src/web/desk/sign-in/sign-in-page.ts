import { onwardOf, type SignIn, SignInSchema } from '#domain/desk/sign-in.ts';
import { staffOf } from '#services/desk/session.ts';
import { enqueueSignInLink } from '#services/desk/sign-in-links.ts';
import { newToken } from '#services/desk/token.ts';
import { deliverLater } from '#services/notifications/deliver-soon.ts';
import { addressOf } from '../../http/connection-address.ts';
import type { PageInit } from '../../http/page-shell.ts';
import { postForm } from '../../http/post-form.ts';
import { type Fields, textIn } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { browserCookieOf, browserOf, tokenOf } from '../cookie.ts';
import { outsideForm, outsidePage } from '../desk-page.ts';
import { linkSentView, type SignInForm, signInForm } from './sign-in-view.ts';

const HEADING = 'Sign in to the desk';

const show = (c: WebContext, form: SignInForm, init?: PageInit): Promise<Response> =>
  outsideForm(c, { heading: HEADING, faults: form.faults, live: signInForm(form) }, init);

/** Anyone who is signed in already goes on at once. */
export async function showSignIn(c: WebContext): Promise<Response> {
  const asked = new URL(c.req.url).searchParams;
  const onward = onwardOf(asked.get('onward'));
  if (await staffOf(c.var.app, tokenOf(c))) return seeOther(onward);
  return show(c, { onward, signedOut: asked.get('signed-out'), faults: [] });
}

const showSignInAgain = (c: WebContext, typed: Fields, refusal: Refusal) => {
  const onward = onwardOf(typed['onward']);
  return show(c, { email: textIn(typed, 'email'), onward, faults: faultsIn(refusal) }, refusal);
};

/**
 * The answer is made before anything is looked up, so that nothing in it or about it depends on the address. Its
 * cookie, set for any address, says which browser the link will sign in.
 */
export const sendSignInLink = postForm<SignIn>(
  { schema: SignInSchema, fromForm: (fields) => fields, formAgain: showSignInAgain },
  async (c, { value }) => {
    const heading = 'Check your email';
    const answer = await outsidePage(c, { heading, live: linkSentView() });
    const browser = browserOf(c) ?? newToken(c.var.app);
    answer.headers.append('set-cookie', browserCookieOf(browser));
    const asking = { browser, address: addressOf(c) };
    deliverLater(c.var.app, c.env.context, () => enqueueSignInLink(c.var.app, value, asking));
    return answer;
  },
);
