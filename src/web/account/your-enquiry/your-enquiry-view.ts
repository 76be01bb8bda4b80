import { html } from 'hono/html';
import { callPagePath } from '#domain/booking/call-words.ts';
import {
  isAhead,
  type PersonState,
  type StateWords,
  withdrawnWords,
} from '#domain/cases/state-words.ts';
import { counted } from '#domain/count-words.ts';
import type { CarriedPlan } from '#domain/enquiry/plan-of.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Slot } from '#domain/slots/slot.ts';
import type { Html } from '../../views/form-view.ts';
import { phoneLink } from '../../views/message-page-view.ts';
import { withTime } from '../../views/times-view.ts';
import { bookAnother, type CallView, callsAhead, callsOver } from '../calls-view.ts';

/** One thing that happened to a case, in words. */
export interface Happening {
  at: string;
  what: string;
}

/** A state, and what is said of it. */
export interface StateSaid {
  state: PersonState;
  words: StateWords;
  /** The time of the call it is about. */
  slot?: Slot | undefined;
}

/** What the enquirer sees of their own case. */
export interface CaseView {
  reference: string;
  /** They sent nothing: we wrote down what they told us. */
  byHand: boolean;
  /** What they sent: an enquiry or, where there is none, the details of the call they booked. */
  sent: {
    kind: 'enquiry' | 'call';
    answers: readonly (readonly [label: string, answer: string])[];
    /** The plan an enquiry carries. */
    plan?: CarriedPlan | undefined;
  };
  /** What is so, most pressing first: each state with its words. */
  states: readonly StateSaid[];
  /** What was just done, to be said once. */
  done: string | undefined;
  calls: readonly CallView[];
  happenings: readonly Happening[];
  /** Where an email with the link to this page went, unless none has, or the last came back. */
  linkSentTo: string | undefined;
  /** They gave no email address, by which a link could be sent to them again. */
  noEmail: boolean;
  /** The last email to them was not sent, because their address had had as many as one gets. */
  withheld: boolean;
  settings: Pick<Settings, 'line' | 'calls' | 'retention'>;
  /** The instant it is, in milliseconds. */
  now: number;
  /** The address of this page, from the site's root; what can be done stands below it. */
  path: string;
}

const lines = (text: string) =>
  text.split('\n').map((line, index) => (index === 0 ? line : html`<br>${line}`));

/** Questions and answers as a list; answers keep their lines. */
export const answersList = (answers: CaseView['sent']['answers']): Html =>
  html`<dl class="answers">${answers.map(
    ([label, answer]) => html`<div><dt>${label}</dt><dd>${lines(answer)}</dd></div>`,
  )}</dl>`;

/** The reference of what was sent, on a line of its own. */
export const referenceLine = (reference: string): Html =>
  html`<p>Your reference: <span class="reference">${reference}</span></p>`;

/** States that end what somebody came to do: thanks come first. */
const THANKED: readonly PersonState[] = ['call-booked', 'call-moved'];

const stateView = ({ state, words, slot }: StateSaid, now: number, isFirst: boolean): Html => {
  const thanks = isFirst && THANKED.includes(state) ? 'Thank you. ' : '';
  const said = slot ? withTime(words.happened, slot, now) : words.happened;
  return html`<p class="${isFirst ? 'lede' : 'also'}" data-state="${state}">${thanks}${said}</p>`;
};

/** What is so, and what happens next. */
const statesView = ({ states, done, now }: CaseView): Html => html`
${done === undefined ? '' : html`<p class="notice-box" role="status">${done}</p>`}
${states.map((said, index) => stateView(said, now, index === 0))}`;

const NO_EMAIL =
  'No email comes about this. Your address has had as many emails from us as we send in an hour or a day.';

/** What is kept of a person, as a sentence goes on after “what”. */
export const whatWasKept = ({ byHand }: { byHand: boolean }): string =>
  byHand ? 'we wrote down for you' : 'you sent';

/** How a person without an email address comes to what they sent. */
export const ringWithReference = ({ phone }: Pick<Settings['line'], 'phone'>): Html =>
  html`ring us on ${phoneLink(phone)} with your name or reference to move, correct or cancel anything.`;

/** How to come back: by the mail that has the link or, where none has reached them, by the page's own address. */
export const comeBack = (
  {
    linkSentTo,
    withheld,
    byHand,
    noEmail,
    settings,
  }: Pick<CaseView, 'linkSentTo' | 'withheld' | 'byHand' | 'noEmail'> & {
    settings: Pick<Settings, 'line'>;
  },
  anyone = `Anyone who has its address can see and change what ${whatWasKept({ byHand })}.`,
): Html =>
  linkSentTo === undefined
    ? html`${withheld ? html`<p class="notice-box" data-state="withheld">${NO_EMAIL}</p>` : ''}<p>Keep the address of this page: it is your record, and how you come back. ${anyone}${noEmail ? html` If you lose it, ${ringWithReference(settings.line)}` : ''}</p>`
    : html`<p>The link in our email to ${linkSentTo} brings you back to this page. ${anyone}</p>`;

/** After the last call, the way to another of its kind; a call that waits to be sent is none yet. */
function anotherCall({ states, calls, path }: CaseView): Html {
  const ended = states.find(({ state }) => state === 'call-cancelled' || state === 'call-past');
  const last = calls.find(({ slot }) => slot === ended?.slot);
  return last
    ? html`<ul class="onward off-paper"><li><a href="${callPagePath(last.kind, path)}">Choose a time for another call</a></li></ul>`
    : html``;
}

/** What happens next, with the calls to come and what can be done about them. */
const whatNext = (view: CaseView): Html => {
  const { states, calls, now } = view;
  return html`<h2>What happens next</h2>
${calls.some(({ state }) => isAhead(state)) ? callsAhead(calls, now) : states.map(({ words }) => html`<p>${words.next}</p>`)}
${anotherCall(view)}`;
};

const afterwards = ({ sent, byHand, path }: CaseView) =>
  sent.kind === 'enquiry'
    ? { href: `${path}correct/`, label: `Correct what ${whatWasKept({ byHand })}` }
    : { href: `${path}enquire/`, label: 'Tell us about your organisation' };

function whatWasSent(view: CaseView): Html {
  const { sent } = view;
  const { href, label } = afterwards(view);
  return html`
<h2>What ${view.byHand ? 'we wrote down for you' : sent.kind === 'enquiry' ? 'you sent' : 'you told us'}</h2>
${answersList(sent.answers)}
${sent.plan ? html`<p>The plan: <a href="${sent.plan.path}">${sent.plan.words}</a></p>` : ''}
<p class="off-paper"><a href="${href}">${label}</a></p>`;
}

/** What has happened so far, as a list. */
export const happeningsList = (happenings: readonly Happening[]): Html => html`
<h2 class="off-paper">What has happened</h2>
<ol class="timeline off-paper">${happenings.map(({ at, what }) => html`<li><span class="when">${at}</span> ${what}</li>`)}</ol>`;

/** The page behind the enquirer's link: the reference, their calls, what they sent, what happened, what they can do. */
export const caseView = (view: CaseView): Html => html`
${statesView(view)}
${referenceLine(view.reference)}
${whatNext(view)}
${comeBack(view)}
${callsOver(view.calls, view.now)}
${whatWasSent(view)}
${happeningsList(view.happenings)}
<h2 class="off-paper">${view.calls.some(({ state }) => isAhead(state)) ? 'Other ways to talk to us' : 'If you would like to talk'}</h2>
<div class="off-paper">${bookAnother(view.path, view.settings)}</div>
<h2 class="off-paper">If you change your mind</h2>
<p class="off-paper">${view.byHand ? 'You can have it erased at any time.' : 'You can withdraw at any time, and everything you sent is erased.'} Otherwise we keep it for ${counted(view.settings.retention['months-after-last-contact'], 'month')} after we were last in touch, and then it is erased.</p>
<p class="off-paper"><a href="${view.path}withdraw/">${view.byHand ? 'Erase it' : `Withdraw and erase ${view.sent.kind === 'enquiry' ? 'your enquiry' : 'everything you sent'}`}</a></p>`;

/** What will happen when the enquirer withdraws, and the button that does it. */
export const withdrawView = ({
  reference,
  byHand,
  path,
}: Pick<CaseView, 'reference' | 'byHand' | 'path'>): Html => html`
<p class="lede">You are about to ${byHand ? `erase what we wrote down for you under reference ${reference}, and everything else we hold about it` : `withdraw what you sent under reference ${reference}, and erase everything we hold about it`}.</p>
<ul>
  <li>Your name, organisation, contact details and words are erased at once, and cannot be brought back.</li>
  <li>Any call still to come is cancelled, and everyone invited to it is notified.</li>
  <li>Other messages to you that have not gone out yet will not be sent.</li>
  <li>Our staff are given the reference, and asked to delete the emails about it.</li>
  <li>Your link stops working.</li>
</ul>
<form method="post">
  <p class="actions"><button class="button careful">${byHand ? 'Erase it' : 'Withdraw and erase'}</button> <a class="button quiet" href="${path}">Keep it</a></p>
</form>`;

/** What is left to say once everything is erased. */
export function withdrawnView({ reference, byHand }: Pick<CaseView, 'reference' | 'byHand'>): Html {
  const { happened, next } = withdrawnWords(reference, { byHand });
  return html`
<p class="lede" data-state="withdrawn">${happened}</p>
<p>${next} If you would like to talk to us another time, you are welcome to <a href="/enquire/">write again</a> or <a href="/contact/">ring us</a>.</p>`;
}
