import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { counted } from '#domain/count-words.ts';
import { answerBy } from '#domain/desk/data-request.ts';
import {
  DATA_REQUESTS_PATH,
  deskCasePath,
  requestNotePath,
  subjectAccessPath,
} from '#domain/desk/paths.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import type { SubjectAccess } from '#services/privacy/subject-access.ts';
import { isAtDesk } from '#services/privacy/subject-data.ts';
import type { Html } from '../../views/form-view.ts';
import { caseLink } from '../cases/case-link-view.ts';

/** What was looked for, and what we hold; `now` is the instant it is, in milliseconds. */
interface DataRequests {
  typed: string;
  found: SubjectAccess | 'unread' | undefined;
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

type SubjectCase = SubjectAccess['data']['cases'][number];

const caseEntry = (
  { id, reference, createdAt, lastContactAt, quarantinedAt }: SubjectCase,
  whose: SubjectAccess['whose'],
  now: number,
): Html => {
  const of = html`<span class="visually-hidden"> of case ${reference}</span>`;
  return html`
<li><p class="waits-key">${caseLink(whose.get(id) ?? { reference })}</p>
<p class="waits-said">Opened ${instantInWords(createdAt.getTime(), now)}. In touch ${instantInWords(lastContactAt.getTime(), now)}.${quarantinedAt ? ' In quarantine.' : ''}</p>
<p class="waits-said"><a href="${requestNotePath(reference)}">Note this request${of}</a> · <a href="${subjectAccessPath(reference)}">Print what we hold${of}</a> · <a href="${deskCasePath(reference)}erase/">Erase it${of}</a></p></li>`;
};

const list = (entries: readonly Html[]): Html =>
  entries.length === 0 ? html`` : html`<ul class="waits">${entries}</ul>`;

function elsewhere({ data, whose }: SubjectAccess, now: number): Html {
  const { calls, messages, desk } = data;
  const { links, sessions, passkeys, acts, owned, calendars } = desk;
  return html`
${calls.length > 0 ? html`<h2>In other people’s cases</h2>${list(calls.map((call) => html`<li><p class="waits-key">${caseLink(whose.get(call.caseId) ?? call)}</p><p class="waits-said">A ${CALL_NAMES[call.kind]}, ${instantInWords(call.startsAt.getTime(), now)}. The rest of that case is someone else’s.</p></li>`))}` : ''}
${messages.length > 0 ? html`<p>${counted(messages.length, 'other email waits', 'other emails wait')} for this address.</p>` : ''}
${isAtDesk(desk) ? html`<p>At the desk: ${counted(links, 'link')} to sign in, ${counted(sessions, 'session')}, ${counted(passkeys, 'passkey')}, ${counted(acts, 'act')} in cases, ${counted(owned, 'case')} that they see to${calendars > 0 ? ', and when they are busy by their own calendar' : ''}.</p>` : ''}`;
}

function answer(about: SubjectAccess, now: number): Html {
  const { by, data, shared, whose } = about;
  const { cases, calls, messages } = data;
  const none = cases.length + calls.length + messages.length === 0;
  return html`
<section class="waits-part" aria-labelledby="found"><h2 id="found">What we hold</h2>
${shared ? html`<p><strong>Different people give this number.</strong> Open each case, and take only those of the person who asks.</p>` : ''}
${none ? html`<p>No case and no call.${by === 'phone' ? ' They may have given another number, or an email address alone.' : ''}</p>` : ''}
${list(cases.map((one) => caseEntry(one, whose, now)))}
${elsewhere(about, now)}
${by === 'email' ? '' : html`<p class="hint">Mail that waits is found by email address alone: if they gave one, look by it too.</p>`}
</section>`;
}

/** What to do, step by step; a request that comes today is to be answered by `until`. */
const steps = (until: string): Html => html`
<ol class="case-will">
  <li>Find them below by all they gave: each address, each number. Look in your mailboxes and calendars too, as far as is reasonable.</li>
  <li>Choose “Note this request” beside the case that is found, and write down the day it came and what they ask for. We have one month from that day: if it came today, until ${until}. Where it is hard we may take up to three, if we tell them so within the first. Today tells of it from then, as long as nothing is written after “Answered on, and how”. “Look at it again later” at the case can bring it back on a day of your choice: it shows the date that is set, and another takes its place. If we hold nothing, the answer that says so is the record.</li>
  <li>Make sure who asks: write to the address, or ring the number, that is held. Ask for no more than you need. The month stands still from when you ask until they answer.</li>
  <li>Print each case for a copy, and read it first: one person’s copy holds nothing of another’s. Erase each for an erasure, and the mail in your mailboxes.</li>
  <li>Answer in writing, to the address that is held, and change the note: say when and how after “Answered on, and how”. It then leaves Today. If the case is erased, its note goes with it: the audit says that it was noted, printed and erased, and when, but not what was asked or answered, so keep your answer. If you refuse something, say why, and that they can complain to us and then to the ICO (ico.org.uk/make-a-complaint).</li>
</ol>
<p>If all we hold is a telephone number, ring it: if it is they who answer there, ask for an email or postal address, send the answer to it, and note that address with the request. If they would rather hear it, you may read it to them then.</p>
<p>If they ring, do the same: say that you will write or ring back at the address or number we hold. Read nothing out before you know who it is.</p>`;

/** The way to look for what we hold about somebody who asks, and what there is. */
export function dataRequestsView({ typed, found, now }: DataRequests): Html {
  const today = wallClockAt(now).day;
  return html`
<p class="lede">Someone asks what we hold about them, or asks us to correct it, erase it or not use it. They need no form and no special words.</p>
${steps(dayInWords(answerBy(today), today))}
${form(typed)}
${found === 'unread' ? html`<p role="status">“${typed}” is no reference, telephone number or email address. Type the whole of it.</p>` : ''}
${found === undefined || found === 'unread' ? '' : answer(found, now)}`;
}
