import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { moveCallPath } from '#domain/desk/paths.ts';
import type { WeekOfSlots } from '#domain/slots/weeks.ts';
import { isoDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { Html } from '../../views/form-view.ts';
import { callTime, timesField } from '../../views/times-view.ts';
import { callerLink } from '../caller-link-view.ts';
import { aboutCase, doOrNot } from './actions-view.ts';
import type { DeskCallView } from './case-view.ts';

/** A call that staff are about to move, and a week of times it could have. */
export interface MoveAtDesk {
  reference: string;
  call: DeskCallView;
  shown: WeekOfSlots;
  /** The instant it is, in milliseconds. */
  now: number;
  chosen?: number | undefined;
  fault?: string | undefined;
}

const told = ({ name, email, phone }: DeskCallView): Html =>
  email === undefined
    ? html`<li><strong>They gave no email address, so we cannot email them.</strong> Ring ${callerLink(phone)} first.</li>`
    : html`<li>${name} gets an email with the new time at once, at ${email}, and a new invitation for their calendar. Ring ${callerLink(phone)} first, to check that it suits them.</li>`;

/** The way to the weeks on either side. */
export const turn = (path: string, monday: number | undefined, words: string) =>
  monday === undefined
    ? ''
    : html`<a class="button quiet" href="${path}?from=${isoDate(monday)}">${words}</a> `;

/** What moving a call brings about, the times it could have, and the button that moves it. */
export function moveAtDeskView({ reference, call, shown, now, chosen, fault }: MoveAtDesk): Html {
  const path = moveCallPath(reference, call.id);
  const today = wallClockAt(now).day;
  const legend = 'Which time did you agree on?';
  return html`
${aboutCase(reference)}
<p class="lede">The ${CALL_NAMES[call.kind]} with ${call.name} is booked for ${callTime(call, now)}. It moves to the time you choose below.</p>
<ul class="case-will">
  ${told(call)}
  <li>The time it has now is free again, and staff calendars are updated.</li>
  <li>The timeline says that you did it.</li>
</ul>
<form method="post" action="${path}" novalidate>
  ${timesField({ kind: call.kind, legend, days: shown.week.days, today, chosen, fault })}
  <p class="actions">${turn(path, shown.earlier, 'Earlier times')}${turn(path, shown.later, 'Later times')}</p>
  ${doOrNot(reference, 'Move the call to this time')}
</form>`;
}
