import { html } from 'hono/html';
import { PASSKEY_NAME_LENGTH } from '#domain/desk/passkey.ts';
import { ADD_PASSKEY_PATH, passkeyPath } from '#domain/desk/paths.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { Passkey } from '#services/desk/passkeys.ts';
import type { Html } from '../../views/form-view.ts';

/** What passkeys need: the one script of the desk’s pages that is not part of them, loaded where it is used alone. */
export const passkeyScript: Html = html`<script type="module" src="/scripts/passkeys.js"></script>`;

/** A button that signs in with a passkey and goes on to a page. Without script, or passkeys, it is not shown. */
export const passkeyButton = (label: string, onward: string, look = 'button'): Html => html`
<div data-passkey-sign-in hidden>
  <p class="actions"><button class="${look}" type="button" data-onward="${onward}">${label}</button></p>
  <p role="status" data-passkey-said></p>
</div>`;

const passkeyItem = ({ id, name, createdAt, usedAt }: Passkey, now: number): Html => html`
<li>
  <p><b>${name}</b>. Added ${instantInWords(createdAt.getTime(), now)}, ${usedAt ? html`last used ${instantInWords(usedAt.getTime(), now)}` : 'not used yet'}.</p>
  <form method="post" action="${passkeyPath(id, 'name')}" class="passkey-name">
    <div class="field"><label for="name-${id}">Call it<span class="visually-hidden"> instead of ${name}</span></label>
    <input id="name-${id}" name="name" value="${name}" maxlength="${PASSKEY_NAME_LENGTH}" required autocomplete="off"></div>
    <button class="button quiet">Save the name</button>
  </form>
  <form method="post" action="${passkeyPath(id, 'remove')}"><button class="button quiet">Remove it<span class="visually-hidden">: ${name}</span></button></form>
</li>`;

/** Somebody’s passkeys, to be named and removed, and the way to add one. */
export const passkeysView = (passkeys: readonly Passkey[], now: number): Html => html`
<h2>Passkeys</h2>
<p>A passkey signs you in with your fingerprint, face or device PIN, without an email. It stays on your device, and works on this site alone. It ends when you remove it, or leave the staff list.</p>
${passkeys.length === 0 ? '' : html`<ul class="sessions">${passkeys.map((one) => passkeyItem(one, now))}</ul>`}
<p class="actions"><a class="button" href="${ADD_PASSKEY_PATH}">Add a passkey</a></p>`;

const REQUIRED = html`<p class="notice-box">Staff open this desk with a passkey. Add yours, and the desk opens; from then on the email alone does not sign you in.</p>`;

/** The form that adds a passkey; it needs script, and says so where there is none. */
export const addPasskeyView = (isRequired: boolean): Html => html`
${isRequired ? REQUIRED : ''}
<p class="lede">Your device asks you to confirm, and keeps the passkey. We keep what we need to recognise it, and nothing of your fingerprint or face.</p>
<p class="notice-box" data-passkey-without>Adding a passkey needs JavaScript.${isRequired ? '' : ' You can go on signing in by email without it.'}</p>
<form data-passkey-add hidden>
  <div class="field">
    <label for="passkey-name">What shall we call it?</label>
    <p class="hint" id="passkey-name-hint">So that you know it again, such as “Work laptop”.</p>
    <input id="passkey-name" name="name" maxlength="${PASSKEY_NAME_LENGTH}" required autocomplete="off" aria-describedby="passkey-name-hint">
  </div>
  <p class="actions"><button class="button">Add a passkey</button> <a class="button quiet" href="/desk/sessions/">Back to where you are signed in</a></p>
</form>
<p role="status" data-passkey-said></p>
${passkeyScript}`;
