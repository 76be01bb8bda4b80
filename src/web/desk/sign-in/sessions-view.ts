import { html } from 'hono/html';
import { IDLE_HOURS, PROOF_MINUTES, SESSION_DAYS } from '#domain/desk/sign-in.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { Passkey } from '#services/desk/passkeys.ts';
import type { OpenSession } from '#services/desk/session.ts';
import type { Html } from '../../views/form-view.ts';
import { passkeysView } from './passkey-view.ts';

/** Where somebody is signed in. `now` is in milliseconds; `isEnded`: one of them was just ended. */
export interface SessionsView {
  staff: string;
  sessions: readonly OpenSession[];
  now: number;
  isEnded: boolean;
  passkeys: readonly Passkey[];
  /** What was just done with a passkey, as the address says it. */
  passkey: string | null;
}

const ENDED = html`<p class="notice-box" role="status">That browser is signed out.</p>`;

const DONE: Readonly<Record<string, string>> = {
  added: 'The passkey is added. You can sign in with it from now on.',
  named: 'The name is saved.',
  removed: 'That passkey is removed, and signs nobody in. You can delete it on your device, too.',
};

const passkeyDone = (passkey: string | null): Html | string => {
  const said = passkey !== null && Object.hasOwn(DONE, passkey) ? DONE[passkey] : undefined;
  return said ? html`<p class="notice-box" role="status">${said}</p>` : '';
};

const sessionItem = ({ id, createdAt, seenAt, isThis }: OpenSession, now: number): Html => {
  const began = instantInWords(createdAt.getTime(), now);
  const seen = instantInWords(seenAt.getTime(), now);
  if (isThis) return html`<li><p><b>This browser.</b> Signed in ${began}.</p></li>`;
  return html`<li>
  <p>Another browser. Signed in ${began}, last used ${seen}.</p>
  <form method="post" action="/desk/sessions/${id}/end/"><button class="button quiet">Sign out there<span class="visually-hidden">: signed in ${began}</span></button></form>
</li>`;
};

/** The browsers somebody is signed in on, and the buttons that sign them out. */
export const sessionsView = ({
  staff,
  sessions,
  now,
  isEnded,
  passkeys,
  passkey,
}: SessionsView): Html => html`
${isEnded ? ENDED : ''}${passkeyDone(passkey)}
<p class="lede">You are signed in as <b class="as-typed">${staff}</b> on ${sessions.length === 1 ? 'this browser alone' : `${sessions.length} browsers`}.</p>
<ul class="sessions">${sessions.map((session) => sessionItem(session, now))}</ul>
<p class="hint">Each ends by itself ${SESSION_DAYS} days after signing in, after ${IDLE_HOURS} hours without a page opened, and when you leave the staff list.</p>
${passkeysView(passkeys, now)}
<h2>Sign out everywhere</h2>
<p>If you have lost a device, or do not know one of these, sign out everywhere: every browser above, this one too, then needs a new link or a passkey. If the device held a passkey, remove that first. If you signed in more than ${PROOF_MINUTES} minutes ago, we ask you to show that it is you.</p>
<form method="post" action="/desk/sessions/end-all/">
  <p class="actions"><button class="button careful">Sign out everywhere</button></p>
</form>`;
