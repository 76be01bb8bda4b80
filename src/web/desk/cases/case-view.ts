import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { conflictInWords } from '#domain/booking/conflicting-booking.ts';
import type { DeskHappening } from '#domain/desk/happening.ts';
import type { CallAhead, NextThing } from '#domain/desk/next-thing.ts';
import {
  callDetailsPath,
  cancelCallPath,
  deskCasePath,
  moveCallPath,
  notePath,
} from '#domain/desk/paths.ts';
import type { CarriedPlan } from '#domain/enquiry/plan-of.ts';
import { privacyNoticeVersionInWords } from '#domain/privacy-notice/version.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { CasesBeside } from '#services/desk/read-case.ts';
import type { Html } from '../../views/form-view.ts';
import { callTime } from '../../views/times-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { flashView } from '../flash-view.ts';
import { besideSection } from './beside-view.ts';
import { caseActs } from './case-acts-view.ts';
import { type NextAbout, nextView, writeLink } from './next-thing-view.ts';

/** One call of a case, as staff see it. */
export interface DeskCallView extends CallAhead {
  id: string;
  name: string;
  email: string | undefined;
  organisation: string | undefined;
  topic: string | undefined;
}

/** A case as staff see it. Instants are in milliseconds. */
export interface DeskCaseView {
  about: NextAbout;
  quarantined: boolean;
  /** The result of what was just done, to be said once. */
  done: string | undefined;
  next: readonly NextThing[];
  calls: readonly DeskCallView[];
  /** What they wrote when they enquired, and the plan they brought along. */
  sent: readonly (readonly [label: string, answer: string])[];
  plan: CarriedPlan | undefined;
  happenings: readonly DeskHappening[];
  lastContactAt: number;
  /** The version of the privacy notice they were shown, as it was kept. */
  privacyNotice: string | undefined;
  /** The address of the member of staff who sees to it. */
  owner: string | undefined;
  closed: boolean;
  beside: CasesBeside;
  /** There is an outcome that can be undone. */
  undoable: boolean;
  /** There is a number on which to ring them. */
  canRing: boolean;
  /** Staff opened the case and wrote down what the person told them. */
  byHand: boolean;
  /** It is, or was, a complaint; and whether it is on hold. */
  complaint: 'open' | 'ended' | undefined;
  onHold: boolean;
}

const lines = (text: string) =>
  text.split('\n').map((line, index) => (index === 0 ? line : html`<br>${line}`));

const STATES: Readonly<Record<CallAhead['state'], string>> = {
  'to-come': 'To come',
  'under-way': 'Under way',
  past: 'Passed',
  cancelled: 'Cancelled',
  quarantine: 'In quarantine: no time is held',
};

/** What can be done about a call to come, each named for those who do not see where it stands; none is moved while its case is on hold. */
function callActs(
  call: DeskCallView,
  { about: { reference, now }, onHold }: Pick<DeskCaseView, 'about' | 'onHold'>,
): Html {
  if (call.state !== 'to-come') return html``;
  const name = CALL_NAMES[call.kind];
  const on = html`<span class="visually-hidden"> on ${instantInWords(call.start, now)}</span>`;
  const move = html`<a href="${moveCallPath(reference, call.id)}">Move this ${name}${on}</a> `;
  return html`<p class="case-call-acts">${onHold ? '' : move}<a href="${callDetailsPath(reference, call.id)}">Correct its details${on}</a> <a href="${cancelCallPath(reference, call.id)}">Cancel this ${name}${on}</a></p>`;
}

const callView = (
  call: DeskCallView,
  { about, onHold }: Pick<DeskCaseView, 'about' | 'onHold'>,
): Html => html`
<li class="case-call is-${call.state}">
  <p class="case-call-time">${callTime(call, about.now)}</p>
  <p>${STATES[call.state]}: ${CALL_NAMES[call.kind]} with ${[call.name, call.organisation].filter(Boolean).join(', ')}, ${callerLink(call.phone)}${call.email ? html`, ${writeLink(call.email, about.reference)}` : ', no email address'}.</p>
  ${call.because ? html`<p><b>It cannot take place then.</b> ${conflictInWords(call.because)}</p>` : ''}
  ${call.topic ? html`<p>To talk about: ${call.topic}</p>` : ''}
  ${callActs(call, { about, onHold })}
</li>`;

const callsSection = ({ calls, ...view }: DeskCaseView): Html =>
  calls.length === 0
    ? html``
    : html`<section aria-labelledby="calls"><h2 id="calls">Calls</h2>
<ul class="case-calls">${calls.map((call) => callView(call, view))}</ul></section>`;

/** How each answer that leads somewhere is shown. */
const LINKED: Readonly<Record<string, (answer: string, about: NextAbout) => Html>> = {
  Email: (email, { reference }) => writeLink(email, reference),
  Phone: (phone) => callerLink(phone),
};

const sentSection = ({ sent, plan, about, byHand }: DeskCaseView): Html =>
  sent.length === 0
    ? html``
    : html`<section aria-labelledby="sent"><h2 id="sent">${byHand ? 'What we wrote down' : 'What they sent'}</h2>
<dl class="answers">${sent.map(
        ([label, answer]) =>
          html`<div><dt>${label}</dt><dd>${LINKED[label]?.(answer, about) ?? lines(answer)}</dd></div>`,
      )}</dl>
${plan ? html`<p>The plan: <a href="${plan.path}">${plan.words}</a></p>` : ''}</section>`;

/** What can be done about a note, each named for those who do not see where it stands. */
const noteActs = (note: string, at: string, reference: string): Html => {
  const on = html`<span class="visually-hidden"> the note of ${at}</span>`;
  return html`<span class="note-acts"><a href="${notePath(reference, note, 'change')}">Change${on}</a> <a href="${notePath(reference, note, 'move')}">Move to another case<span class="visually-hidden">:${on}</span></a> <a href="${notePath(reference, note, 'remove')}">Remove${on}</a></span>`;
};

/** What can be done about an undone outcome that still has its words. */
const undoneActs = (undone: string, at: string, reference: string): Html =>
  html`<span class="note-acts"><a href="${notePath(reference, undone, 'remove')}">Remove these words<span class="visually-hidden"> of the outcome of ${at}</span></a></span>`;

function happening(one: DeskHappening, { reference, now }: NextAbout): Html {
  const { at, what, actor, words, lost, note, undone, elsewhere } = one;
  const when = instantInWords(at, now);
  return html`
<li${lost ? html` class="is-lost"` : ''}><span class="when">${when}</span> ${elsewhere ? html`<a class="case-ref" href="${deskCasePath(elsewhere)}">In ${elsewhere}</a> ` : ''}${actor ? html`<b>${actor}</b> ` : ''}${what}${
    words ? html` <blockquote class="case-words">${lines(words)}</blockquote>` : ''
  }${note ? noteActs(note, when, reference) : ''}${undone ? undoneActs(undone, when, reference) : ''}</li>`;
}

/** Which privacy notice they were shown: it says what they were told of their data. */
const privacyNoticeLine = (privacyNotice: string | undefined): Html =>
  privacyNotice === undefined
    ? html``
    : html`<p class="hint">They were shown the privacy notice of ${privacyNoticeVersionInWords(privacyNotice)}.</p>`;

const timelineSection = ({ happenings, about, privacyNotice }: DeskCaseView): Html => html`
<section aria-labelledby="timeline"><h2 id="timeline">What has happened</h2>
<ol class="timeline">${happenings.map((one) => happening(one, about))}</ol>
${privacyNoticeLine(privacyNotice)}</section>`;

/** The page of a case: what comes next, what can be done, who it is, what they sent, what has happened. */
export const deskCaseView = (view: DeskCaseView): Html => html`
${flashView(view.done)}
<p class="case-line">Reference <b class="case-ref">${view.about.reference}</b>. Last in touch ${instantInWords(view.lastContactAt, view.about.now)}.${view.owner === undefined ? '' : html` <b>${view.owner}</b> sees to it.`}</p>
<div class="case-page">
  <div class="case-first">${nextView(view.next, view.about)}</div>
  <div class="case-side">${caseActs(view)}</div>
  <div class="case-main">${callsSection(view)}${sentSection(view)}${besideSection(view.about.reference, view.beside, view.about.now)}</div>
  <div class="case-then">${timelineSection(view)}</div>
</div>`;
