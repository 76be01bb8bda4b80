import { html } from 'hono/html';
import { DESK_PATH } from '#domain/desk/paths.ts';
import { codeInWords, IDLE_HOURS, LINK_MINUTES, SESSION_DAYS } from '#domain/desk/sign-in.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { FIELDS } from '#domain/fields.ts';
import { type Html, hidden, textField } from '../../views/form-view.ts';
import { passkeyButton, passkeyScript } from './passkey-view.ts';

/** What stands in the form that asks for a link to sign in. */
export interface SignInForm {
  email?: string | undefined;
  /** The page that was asked for before signing in. */
  onward: string;
  /** Where whoever reads this has just signed out, as the address says it. */
  signedOut?: string | null;
  faults: readonly Fault[];
}

/** Where somebody has signed out; nothing for what says nothing. */
const SIGNED_OUT: Readonly<Record<string, string>> = {
  here: 'You are signed out on this browser. Sign in again to open the desk on it.',
  everywhere:
    'You are signed out everywhere: on this browser and on every other. Each needs a new link or a passkey.',
};

const signedOutNotice = (where: string | null | undefined): Html | string =>
  where && Object.hasOwn(SIGNED_OUT, where)
    ? html`<p class="notice-box" role="status">${SIGNED_OUT[where]}</p>`
    : '';

/** Asks for an address on the staff list; the link goes there and nowhere else. */
export const signInForm = ({ email, onward, signedOut, faults }: SignInForm): Html => html`
${signedOutNotice(signedOut)}
<p class="lede">The desk is for staff. We send you a link that signs you in; there is no password.</p>
<form method="post" action="/desk/sign-in/" novalidate>
  ${textField({ name: 'email', value: email, fault: faultOf(faults, 'email'), label: 'Your email address', hint: 'The one our notices come to.', takes: FIELDS.email, required: true })}
  ${hidden('onward', onward === DESK_PATH ? undefined : onward)}
  <p class="actions"><button class="button">Send me a link</button></p>
</form>
${passkeyButton('Sign in with a passkey', onward, 'button quiet')}
${passkeyScript}`;

/** The answer, whether or not anything was sent: it must tell nobody who is on the staff list. */
export const linkSentView = (): Html => html`
<p class="lede">If that address is on the staff list, a link to sign in is on its way to it.</p>
<p>Open it in this browser: it signs in this one and no other. It works once, and for ${LINK_MINUTES} minutes.</p>
<p>If you read your email somewhere else, open the link there. It shows a code of six digits: <a href="/desk/sign-in/code/">type the code here</a>.</p>
<p>If no email comes, look in your junk mail, or use a link that came a few minutes ago: we send only a few at a time. The person who looks after the settings of the website can say whether you are on the staff list.</p>`;

/** The page behind a link that works: opening it changes nothing, pressing the button signs in. */
export const signInButton = (staff: string): Html => html`
<p class="lede">You are about to sign in to the desk as <b class="as-typed">${staff}</b>, on this browser.</p>
<form method="post">
  <p class="actions"><button class="button">Sign in</button></p>
</form>
<p class="hint">You stay signed in until you sign out, close the browser or leave the desk alone for ${IDLE_HOURS} hours, and for ${SESSION_DAYS} days at most.</p>`;

/** What a link shows on another browser than the one that asked: a code to type there. */
export const codeElsewhere = ({ email, code }: { email: string; code: string }): Html => html`
<p class="lede">This link signs <b class="as-typed">${email}</b> in to the desk, in the browser that asked for it. That was not this one.</p>
<p>To sign in there, choose “type the code here” on its page, and type:</p>
<p class="sign-in-code">${codeInWords(code)}</p>
<p>Type it nowhere else, and give it to nobody: none of us asks for it by email or telephone. If you did not ask to sign in, close this page.</p>
<p>To work in this browser instead, <a href="/desk/sign-in/">ask for a link here</a>.</p>`;

/** What is said to somebody who has a passkey, where a link or code is not enough. */
export const passkeyNeededView = (onward: string): Html => html`
<p class="lede">You have a passkey, and this desk is opened with it. The email alone does not sign you in.</p>
${passkeyButton('Sign in with a passkey', onward)}
<p>If you do not have the device with your passkey at hand, use another on which you have one. If you have lost it, tell the person who looks after the settings of this site: they take you off the staff list until the passkey has gone, and put you on it again.</p>
${passkeyScript}`;

/** What stands in the form for the code. */
export interface SignInCodeForm {
  code?: string;
  faults: readonly Fault[];
}

/** Asks for the code that the link shows where the email was read. */
export const signInCodeForm = ({ code, faults }: SignInCodeForm): Html => html`
<p class="lede">Open the link in our email wherever you read it. It shows a code of six digits, which signs in this browser.</p>
<form method="post" action="/desk/sign-in/code/" novalidate>
  ${textField({ name: 'code', value: code, fault: faultOf(faults, 'code'), label: 'The code', hint: 'Six digits, such as 123 456.', inputmode: 'numeric', autocomplete: 'one-time-code', required: true, short: true })}
  <p class="actions"><button class="button">Sign in</button></p>
</form>
<p>No link has come? <a href="/desk/sign-in/">Ask for another</a>.</p>`;

const DEAD: Readonly<Record<'used' | 'expired' | 'unknown', { heading: string; why: string }>> = {
  used: {
    heading: 'This link has been used',
    why: 'A link signs in once. If you did not use it, someone else can read your email: tell the person who looks after your email.',
  },
  expired: {
    heading: 'This link has expired',
    why: `A link works for ${LINK_MINUTES} minutes. Ask for a new one.`,
  },
  unknown: {
    heading: 'This link does not work',
    why: 'Part of it may be missing. Copy the whole of it from the email, or ask for another.',
  },
};

/** What to say of a link that signs nobody in, and how to get another. */
export const deadLinkView = (kind: keyof typeof DEAD): { heading: string; live: Html } => ({
  heading: DEAD[kind].heading,
  live: html`<p class="lede">${DEAD[kind].why}</p>
<p class="actions"><a class="button" href="/desk/sign-in/">Ask for another link</a></p>`,
});

/** That one stays signed in elsewhere, if one is. */
function staysSignedIn(elsewhere: number): Html {
  if (elsewhere === 0) {
    return html`You are signed in on no other browser. <a href="/desk/sessions/">Where you are signed in, and your passkeys</a>.`;
  }
  return html`You stay signed in on ${elsewhere === 1 ? 'another browser' : `${elsewhere} other browsers`}: <a href="/desk/sessions/">see where, and sign out there or everywhere</a>.`;
}

/** What will happen on signing out, on how many other browsers one stays signed in, and the button that does it. */
export const signOutView = ({
  staff,
  elsewhere,
}: {
  staff: string;
  elsewhere: number;
}): Html => html`
<p class="lede">You are signed in as <b class="as-typed">${staff}</b>.</p>
<p>Once you sign out, you need a new link or a passkey to open the desk on this browser. ${staysSignedIn(elsewhere)}</p>
<p>What you downloaded, printed or read in a mailbox on this computer stays there: if others use it, take that away too.</p>
<form method="post">
  <p class="actions"><button class="button">Sign out</button> <a class="button quiet" href="${DESK_PATH}">Stay signed in</a></p>
</form>`;
