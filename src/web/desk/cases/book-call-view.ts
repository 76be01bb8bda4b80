import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { bookCallPath, deskCasePath, moveCallPath } from '#domain/desk/paths.ts';
import { FIELDS } from '#domain/fields.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { isoDate } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { type Html, hidden, textField } from '../../views/form-view.ts';
import { callTime, type TimesShown, timesField } from '../../views/times-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { doOrNot } from './actions-view.ts';

/** A call to come of the case. */
export interface CallToCome extends Slot {
  id: string;
  kind: CallKind;
}

/** Which calls they have to come already, each with the way to move it instead; nothing where there is none. */
export const aheadView = (reference: string, ahead: readonly CallToCome[], now: number): Html =>
  ahead.length === 0
    ? html``
    : html`<div class="notice-box already">${ahead.map((call) => html`<p>They have a ${CALL_NAMES[call.kind]} on ${callTime(call, now)} already. <a href="${moveCallPath(reference, call.id)}">Move it instead</a></p>`)}</div>`;

/** A call that staff are about to book for somebody. */
export interface BookForThem {
  reference: string;
  kind: CallKind;
  caller: { name: string; phone: string; email: string | undefined };
  topic: string | undefined;
  /** The calls that they have to come already. */
  ahead: readonly CallToCome[];
  now: number;
}

const told = (email: string | undefined): Html =>
  email === undefined
    ? html`<li><strong>They gave no email address, so nothing is sent to them.</strong> Tell them the time now.</li>`
    : html`<li>They get an email with the time at once, at ${email}, and an invitation for their calendar.</li>`;

const lede = ({ reference, kind, caller, ahead, now }: BookForThem): Html =>
  html`${aheadView(reference, ahead, now)}<p class="lede">You are about to book a ${CALL_NAMES[kind]} with ${caller.name}. We will ring ${callerLink(caller.phone)}.</p>`;

/** The days and times a call could have; what was typed before a time was gone comes along, in a post. */
export function timeForThemView(about: BookForThem, shown: TimesShown): Html {
  const { reference, kind, topic } = about;
  const path = bookCallPath(reference, kind);
  return html`
${lede(about)}
<p class="case-means">Times sooner than the public can book are shown too. You are asked to confirm those.</p>
${timesField(shown, {
  legend: 'Which time did you agree on?',
  does: topic === undefined ? 'Continue with' : 'Book',
  method: topic === undefined ? 'get' : 'post',
  action: path,
  ...(topic !== undefined && { carried: hidden('topic', topic) }),
  turn: (day) => `${path}?from=${isoDate(day)}`,
})}
<p><a href="${deskCasePath(reference)}">Back to the case</a></p>`;
}

/** What booking a call at a time brings about, and the button that books it. */
export function bookForThemView(
  about: BookForThem,
  { slot, fault }: { slot: Slot; fault: string | undefined },
): Html {
  const { reference, kind, caller, topic, now } = about;
  const path = bookCallPath(reference, kind);
  return html`
${lede(about)}
<p class="result">${callTime(slot, now)} <a href="${path}?from=${isoInstant(slot.start).slice(0, 10)}">Change<span class="visually-hidden"> the time</span></a></p>
<ul class="case-will">
  ${told(caller.email)}
  <li>Staff get a notice, and staff calendars are updated.</li>
</ul>
<form method="post" action="${path}" novalidate>
  ${hidden('start', isoInstant(slot.start))}
  ${textField({ name: 'topic', takes: { ...FIELDS.topic, called: 'what they would like to talk about' }, label: 'What would they like to talk about? (optional)', value: topic, fault, autocomplete: 'off' })}
  ${doOrNot(reference, `Book this ${CALL_NAMES[kind]}`)}
</form>`;
}
