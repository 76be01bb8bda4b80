import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { type Conflict, conflictInWords } from '#domain/booking/conflicting-booking.ts';
import { deskCasePath, moveCallPath } from '#domain/desk/paths.ts';
import type { Slot } from '#domain/slots/slot.ts';
import { isoDate } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { callTime, type TimesShown, timesField } from '../../views/times-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { doOrNot } from './actions-view.ts';
import type { DeskCallView } from './case-view.ts';

/** A call that staff are about to move. */
export interface MoveAtDesk {
  reference: string;
  call: DeskCallView;
  now: number;
}

const told = ({ name, email, phone }: DeskCallView): Html =>
  email === undefined
    ? html`<li><strong>They gave no email address, so nothing is sent to them.</strong> Unless they are on the telephone now, ring ${callerLink(phone)} first.</li>`
    : html`<li>${name} gets an email with the new time at once, at ${email}, and a new invitation for their calendar. Unless you have agreed it with them, ring ${callerLink(phone)} first.</li>`;

/** The days and times a call could have; `because` is why it cannot take place where it is, if it cannot. */
export function timeToMoveToView(
  { reference, call, now, because }: MoveAtDesk & { because: Conflict | undefined },
  shown: TimesShown,
): Html {
  const path = moveCallPath(reference, call.id);
  return html`
<p class="lede">The ${CALL_NAMES[call.kind]} with ${call.name} is booked for ${callTime(call, now)}.</p>
${because ? html`<p><b>It cannot take place then.</b> ${conflictInWords(because)}</p>` : ''}
<p class="case-means">Times sooner than the public can book are shown too. You are asked to confirm those.</p>
${timesField(shown, {
  legend: 'Which time did you agree on?',
  does: 'Continue with',
  method: 'get',
  action: path,
  turn: (day) => `${path}?from=${isoDate(day)}`,
})}
<p><a href="${deskCasePath(reference)}">Back to the case</a></p>`;
}

/** What moving a call to a time brings about, and the button that moves it. */
export function moveAtDeskView({ reference, call, now }: MoveAtDesk, to: Slot): Html {
  const path = moveCallPath(reference, call.id);
  return html`
<p class="lede">You are about to move the ${CALL_NAMES[call.kind]} with ${call.name}, which is booked for ${callTime(call, now)}.</p>
<p class="result">${callTime(to, now)} <a href="${path}?from=${isoDate(wallClockAt(to.start).day)}">Change<span class="visually-hidden"> the new time</span></a></p>
<ul class="case-will">
  ${told(call)}
  <li>The time it has now is given up, and staff calendars are updated.</li>
  <li>The timeline says that you did it.</li>
</ul>
<form method="post" action="${path}">
  ${hidden('start', isoInstant(to.start))}${hidden('seen', isoInstant(call.start))}
  ${doOrNot(reference, `Move the ${CALL_NAMES[call.kind]} to this time`)}
</form>`;
}
