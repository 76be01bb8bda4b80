import type { Config } from '@netlify/functions';
import { onwardOf, type SignIn, SignInSchema } from '#domain/desk/sign-in.ts';
import { staffOf } from '#services/desk/session.ts';
import { oweLink } from '#services/desk/sign-in-links.ts';
import { deliverLater } from '#services/notifications/deliver-soon.ts';
import { type Call, handler } from '../../http/handler.ts';
import type { PageInit } from '../../http/page-shell.ts';
import { takePost } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import { errorSummary } from '../../views/form-view.ts';
import { tokenOf } from '../cookie.ts';
import { outsidePage } from '../desk-page.ts';
import { linkSentView, type SignInForm, signInForm } from './sign-in-view.ts';

const HEADING = 'Sign in to the desk';

const show = (call: Call, form: SignInForm, init?: PageInit): Promise<Response> =>
  outsidePage(
    call,
    {
      title: form.faults.length > 0 ? `Error: ${HEADING}` : HEADING,
      heading: HEADING,
      above: errorSummary(form.faults),
      live: signInForm(form),
    },
    init,
  );

/** Whoever is signed in already goes on at once. */
async function showForm(call: Call): Promise<Response> {
  const asked = new URL(call.request.url).searchParams;
  const onward = onwardOf(asked.get('onward'));
  if (await staffOf(call.app, tokenOf(call.request))) return seeOther(onward);
  return show(call, { onward, signedOut: asked.has('signed-out'), faults: [] });
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

const showFormAgain = (call: Call, typed: Fields, refusal: Refusal) => {
  const onward = onwardOf(typed['onward']);
  return show(call, { email: textOf(typed['email']), onward, faults: faultsIn(refusal) }, refusal);
};

/** The answer is made before anything is looked up, so that nothing in it or about it depends on the address. */
const send = takePost<SignIn>(
  { schema: SignInSchema, fromForm: (fields) => fields, formAgain: showFormAgain },
  async (call, { value }) => {
    const heading = 'Look in your email';
    const answer = await outsidePage(call, { heading, live: linkSentView() });
    deliverLater(call, () => oweLink(call.app, value));
    return answer;
  },
);

/** `/desk/sign-in/`: sends a link to whoever is on the staff list, and answers the same for every address. */
export default handler({ GET: showForm, POST: send });

export const config: Config = { path: ['/desk/sign-in', '/desk/sign-in/'] };
