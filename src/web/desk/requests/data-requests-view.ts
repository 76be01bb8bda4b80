import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { counted } from '#domain/count-words.ts';
import { DATA_REQUESTS_PATH, deskCasePath, heldPath } from '#domain/desk/paths.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { HeldAbout } from '#services/privacy/held-about.ts';
import { isAtDesk } from '#services/privacy/subject-data.ts';
import type { Html } from '../../views/form-view.ts';

/** What was looked for, and what we hold; `now` is the instant it is, in milliseconds. */
interface DataRequests {
  typed: string;
  found: HeldAbout | 'unread' | undefined;
  now: number;
}

const form = (typed: string): Html => html`
<form class="case-search" method="get" action="${DATA_REQUESTS_PATH}" role="search">
  <div class="field">
    <label for="q">Whose data?</label>
    <p class="hint" id="q-hint">A reference, a whole telephone number or a whole email address.</p>
    <input id="q" name="q" type="search" value="${typed}" aria-describedby="q-hint" autocomplete="off">
  </div>
  <button class="button">Look</button>
</form>`;

const caseEntry = (
  { reference, createdAt, lastContactAt, quarantinedAt }: HeldAbout['held']['cases'][number],
  now: number,
): Html => html`
<li><p class="waits-key"><a href="${deskCasePath(reference)}">Case ${reference}</a></p>
<p class="waits-said">Opened ${instantInWords(createdAt.getTime(), now)}. In touch ${instantInWords(lastContactAt.getTime(), now)}.${quarantinedAt ? ' In quarantine.' : ''}</p>
<p class="waits-said"><a href="${heldPath(reference)}">Print what we hold<span class="visually-hidden"> in case ${reference}</span></a> · <a href="${deskCasePath(reference)}erase/">Erase it<span class="visually-hidden">, case ${reference}</span></a></p></li>`;

const list = (entries: readonly Html[]): Html =>
  entries.length === 0 ? html`` : html`<ul class="waits">${entries}</ul>`;

function elsewhere({ calls, messages, desk }: HeldAbout['held'], now: number): Html {
  const { links, sessions, passkeys, acts, owned, calendars } = desk;
  return html`
${calls.length > 0 ? html`<h2>In other people’s cases</h2>${list(calls.map((call) => html`<li><p class="waits-key"><a href="${deskCasePath(call.reference)}">Case ${call.reference}</a></p><p class="waits-said">A ${CALL_NAMES[call.kind]}, ${instantInWords(call.startsAt.getTime(), now)}. The rest of that case is someone else’s.</p></li>`))}` : ''}
${messages.length > 0 ? html`<p>${counted(messages.length, 'other email waits', 'other emails wait')} for this address.</p>` : ''}
${isAtDesk(desk) ? html`<p>At the desk: ${counted(links, 'link')} to sign in, ${counted(sessions, 'session')}, ${counted(passkeys, 'passkey')}, ${counted(acts, 'act')} in cases, ${counted(owned, 'case')} that they see to${calendars > 0 ? ', and when they are busy by their own calendar' : ''}.</p>` : ''}`;
}

function answer({ by, held, shared }: HeldAbout, now: number): Html {
  const { cases, calls, messages } = held;
  const none = cases.length + calls.length + messages.length === 0;
  return html`
<section class="waits-part" aria-labelledby="found"><h2 id="found">What we hold</h2>
${shared ? html`<p><strong>Different people give this number.</strong> Open each case, and take only those of the person who asks.</p>` : ''}
${none ? html`<p>No case and no call.${by === 'phone' ? ' They may have given another number, or an email address alone.' : ''}</p>` : ''}
${list(cases.map((one) => caseEntry(one, now)))}
${elsewhere(held, now)}
${by === 'email' ? '' : html`<p class="hint">Mail that waits is found by email address alone: if they gave one, look by it too.</p>`}
</section>`;
}

/** The way to look for what we hold about somebody who asks, and what there is. */
export const dataRequestsView = ({ typed, found, now }: DataRequests): Html => html`
<p class="lede">Someone asks what we hold about them, or asks us to correct it, erase it or not use it. They need no form and no special words.</p>
<ol class="case-will">
  <li>Write down the day it came. We have one month from then, or up to three where it is hard: tell them within the first.</li>
  <li>Make sure who asks: write to the address, or ring the number, that is held. Ask for no more than you need. The month stands still from when you ask until they answer.</li>
  <li>Look for all they gave: each address, each number. Look in your mailboxes and calendars too, as far as is reasonable.</li>
  <li>Print each case for a copy, and read it first: one person’s copy holds nothing of another’s. Erase each for an erasure, and the mail in your mailboxes.</li>
  <li>Answer in writing, to the address that is held. If you refuse something, say why, and that they can complain to us and then to the ICO (ico.org.uk/make-a-complaint).</li>
</ol>
<p>If they ring, do the same: say that you will write or ring back at the address or number we hold. Read nothing out before you know who it is.</p>
${form(typed)}
${found === 'unread' ? html`<p role="status">“${typed}” is no reference, telephone number or email address. Type the whole of it.</p>` : ''}
${found === undefined || found === 'unread' ? '' : answer(found, now)}`;
