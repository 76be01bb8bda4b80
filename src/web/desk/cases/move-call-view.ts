import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { deskCasePath, moveCallPath } from '#domain/desk/paths.ts';
import { isoDate } from '#domain/time/day.ts';
import type { Html } from '../../views/form-view.ts';
import { callTime, type TimesShown, timesField } from '../../views/times-view.ts';
import { callerLink } from '../caller-link-view.ts';
import type { DeskCallView } from './case-view.ts';

/** A call that staff are about to move, and the days and times it could have. */
export interface MoveAtDesk {
  reference: string;
  call: DeskCallView;
  shown: TimesShown;
}

const told = ({ name, email, phone }: DeskCallView): Html =>
  email === undefined
    ? html`<li><strong>They gave no email address, so we cannot email them.</strong> Ring ${callerLink(phone)} first.</li>`
    : html`<li>${name} gets an email with the new time at once, at ${email}, and a new invitation for their calendar. Ring ${callerLink(phone)} first, to check that it suits them.</li>`;

/** What moving a call brings about, the times it could have, and the button that moves it. */
export function moveAtDeskView({ reference, call, shown }: MoveAtDesk): Html {
  const path = moveCallPath(reference, call.id);
  const legend = 'Which time did you agree on?';
  return html`
<p class="lede">The ${CALL_NAMES[call.kind]} with ${call.name} is booked for ${callTime(call, shown.now)}. It moves to the time you choose below.</p>
<ul class="case-will">
  ${told(call)}
  <li>The time it has now is free again, and staff calendars are updated.</li>
  <li>The timeline says that you did it.</li>
</ul>
${timesField(shown, {
  legend,
  does: 'Move the call to',
  method: 'post',
  action: path,
  seen: call.start,
  turn: (day) => `${path}?from=${isoDate(day)}`,
})}
<p><a href="${deskCasePath(reference)}">Back to the case</a></p>`;
}
