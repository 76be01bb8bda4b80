import { SignInCodeSchema } from '#domain/desk/sign-in.ts';
import { signInWithCode } from '#services/desk/sign-in.ts';
import type { PageInit } from '../../http/page-shell.ts';
import { postForm } from '../../http/post-form.ts';
import { faultsIn, type Refusal, toFix } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { browserOf, tokenOf } from '../cookie.ts';
import { outsideForm } from '../desk-page.ts';
import { enterDesk } from './enter.ts';
import { showPasskeyNeeded } from './passkey-only.ts';
import { type SignInCodeForm, signInCodeForm } from './sign-in-view.ts';

const HEADING = 'Type the code';

const show = (c: WebContext, form: SignInCodeForm, init?: PageInit): Promise<Response> =>
  outsideForm(c, { heading: HEADING, faults: form.faults, live: signInCodeForm(form) }, init);

/** `/desk/sign-in/code/`: for somebody who opened their link on another browser than the one that asked for it. */
export const showSignInCode = (c: WebContext) => show(c, { faults: [] });

const WRONG: Refusal = toFix([
  {
    field: 'code',
    message:
      'That code does not sign you in. Check its six digits, or ask for another link: a code works for a few minutes and a few tries, in the browser that asked.',
  },
]);

/** Signs in the browser that asked for a link. One that did not is told no more than one that typed a wrong code. */
export const takeSignInCode = postForm(
  {
    schema: SignInCodeSchema,
    fromForm: (fields) => fields,
    formAgain: (c, typed, refusal) =>
      show(c, { code: String(typed['code'] ?? ''), faults: faultsIn(refusal) }, refusal),
  },
  async (c, { value: { code } }) => {
    const cookies = { former: tokenOf(c), browser: browserOf(c) };
    const entered = await signInWithCode(c.var.app, code, cookies);
    if (!entered) return WRONG;
    return entered.kind === 'signed-in' ? enterDesk(entered) : showPasskeyNeeded(c, entered.onward);
  },
);
