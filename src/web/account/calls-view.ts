import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { callPagePath } from '#domain/booking/call-words.ts';
import { CALENDARS_FOLLOW, ENTRY_STAYS, GOOGLE_WAITS } from '#domain/booking/words.ts';
import {
  type CallState,
  isAhead,
  isChangeable,
  type StateWords,
} from '#domain/cases/state-words.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { Html } from '../views/form-view.ts';
import { callTime, withTime } from '../views/times-view.ts';
import { waysToTalkView } from '../views/ways-to-talk-view.ts';

/** An invitation goes to the address they gave, unless they gave none or it has had as many emails as one gets. */
export type Invitation = 'by email' | 'no address' | 'withheld';

/** One call of a case, as its enquirer sees it. */
export interface CallView {
  kind: CallKind;
  slot: Slot;
  email: string | undefined;
  state: CallState;
  /** What is said of it in that state. */
  words: StateWords;
  /** It has been moved since it was booked. */
  moved: boolean;
  /** How an invitation reaches them, or why none does. */
  invitation: Invitation;
  /** Where the call is moved, cancelled and corrected, from the site's root. */
  path: string;
  addLinks: { google: string; outlook: string; outlookWork: string; ics: string };
}

/** What happens to a calendar when the call changes, for a person an invitation reaches and for one it does not. */
export const calendarsFollow = ({ invitation }: Pick<CallView, 'invitation'>): string =>
  invitation === 'by email' ? CALENDARS_FOLLOW : ENTRY_STAYS;

const download = ({ addLinks, invitation }: CallView): Html =>
  html`<a href="${addLinks.ics}">Download ${invitation === 'no address' ? 'an entry for it' : 'the invitation'} (.ics file)</a>`;

/** A call that moved is not offered again: a second entry made by hand would stand beside the first. */
const movedCalendar = (call: CallView): Html => html`
<details>
  <summary>Your calendar</summary>
  <p>${calendarsFollow(call)}</p>
  <ul><li>${download(call)}</li></ul>
</details>`;

const INVITATION: Readonly<Record<Invitation, string>> = {
  'by email': `Your invitation comes by email. ${GOOGLE_WAITS}`,
  'no address': 'You gave no email address, so we could not send you an invitation.',
  withheld: 'No invitation comes by email.',
};

const firstCalendar = (call: CallView): Html => {
  const { addLinks, invitation } = call;
  return html`
<details>
  <summary>Put it in your calendar</summary>
  <p>${INVITATION[invitation]} If the call is not in your calendar, add it with one of these.</p>
  <ul>
    <li><a href="${addLinks.google}" rel="noreferrer">Add to Google Calendar</a></li>
    <li><a href="${addLinks.outlook}" rel="noreferrer">Add to Outlook, personal account</a></li>
    <li><a href="${addLinks.outlookWork}" rel="noreferrer">Add to Outlook, work or school account</a></li>
    <li>${download(call)}</li>
  </ul>
</details>`;
};

const calendar = (call: CallView): Html => (call.moved ? movedCalendar(call) : firstCalendar(call));

/** What can be done about a call: moving it first, and cancelling it no louder than the rest. */
const changes = ({ path }: CallView): Html => html`
<ul class="onward"><li><a href="${path}reschedule/">Choose another time</a></li><li><a href="${path}correct/">Correct your details</a></li><li><a href="${path}cancel/">Cancel the call</a></li></ul>`;

const ofCall = (call: CallView): Html => html`
<div class="call" data-state="${call.state}">
  <p>${call.words.next}</p>
  <p class="off-paper">${call.words.can}</p>
  ${isChangeable(call.state) ? html`${changes(call)}${call.state === 'call-cannot-take-place' ? '' : calendar(call)}` : ''}
</div>`;

/** A call among others to come is told from them by its time. */
const oneOfSeveral = (call: CallView, now: number): Html => html`
<h3>${CALL_NAMES[call.kind].replace(/^./, (first) => first.toUpperCase())}, ${callTime(call.slot, now)}</h3>
${ofCall(call)}`;

const upcoming = (ahead: readonly CallView[], now: number): Html =>
  ahead.length === 1
    ? html`${ahead.map(ofCall)}`
    : html`${ahead.map((call) => oneOfSeveral(call, now))}`;

const ended = ({ state, words, slot }: CallView, now: number) =>
  html`<li data-state="${state}">${withTime(words.happened, slot, now)}</li>`;

/** The calls of a case that are to come: what happens then, and what can be done about them. */
export const callsAhead = (calls: readonly CallView[], now: number): Html =>
  upcoming(
    calls.filter(({ state }) => isAhead(state)),
    now,
  );

/** The calls of a case that are over. */
export function callsOver(calls: readonly CallView[], now: number): Html {
  const over = calls.filter(({ state }) => !isAhead(state));
  if (over.length === 0) return html``;
  return html`<h2>Earlier calls</h2><ul>${over.map((call) => ended(call, now))}</ul>`;
}

/** The ways to talk to us, of which a call joins the case whose own page is at `casePath`. */
export const bookAnother = (casePath: string, settings: Pick<Settings, 'line' | 'calls'>): Html =>
  waysToTalkView(settings, {
    callback: callPagePath('callback', casePath),
    'discovery-call': callPagePath('discovery-call', casePath),
  });

/** What will happen when a call is cancelled, and the button that does it. */
export const cancelView = (
  { kind, slot, invitation }: Pick<CallView, 'kind' | 'slot' | 'invitation'>,
  casePath: string,
  now: number,
): Html => html`
<p class="lede">You are about to cancel your ${CALL_NAMES[kind]} on ${callTime(slot, now)}.</p>
<ul>
  <li>We will not ring you then, and the time is no longer kept for you.</li>
  <li>${invitation === 'by email' ? 'We send you a cancellation by email. ' : ''}${calendarsFollow({ invitation })}</li>
  <li>You can book another time afterwards. Everything else stays as it is.</li>
</ul>
<form method="post">
  <p class="actions"><button class="button careful">Cancel the call</button> <a class="button quiet" href="${casePath}">Keep the call</a></p>
</form>`;

/** A call that cannot be changed any more, and why. */
export const fixedView = (why: string, back: { path: string; label: string }): Html => html`
<p class="lede">${why}</p>
<p><a href="${back.path}">${back.label}</a></p>`;
