import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { callPagePath } from '#domain/booking/call-words.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import { type CallView, calendarsFollow } from '../../account/calls-view.ts';
import type { Html } from '../../views/form-view.ts';
import { callTime, withTime } from '../../views/times-view.ts';

/** A call that a form has booked already, shown to the person it was booked for. */
export interface BookedByForm
  extends Pick<CallView, 'kind' | 'slot' | 'state' | 'words' | 'invitation'> {
  /** It can still be moved and corrected. */
  isToCome: boolean;
}

/** What comes of sending that form once more: the call moves, its details are corrected, both, or nothing changes. */
export interface SentAgain extends BookedByForm {
  moves: boolean;
  corrects: boolean;
}

const anew = (kind: CallKind): Html =>
  html`This form books no other. <a href="${callPagePath(kind)}">Book another ${CALL_NAMES[kind]}</a>`;

/** Above the steps of a form that has booked a call: that it has, and what sending it again does. */
export const bookedBeforeView = (
  { kind, slot, words, isToCome }: BookedByForm,
  now: number,
): Html =>
  html`<div class="notice-box already"><p>${withTime(words.happened, slot, now)} ${
    isToCome
      ? 'You booked it with this form. If you change the time or your details and send it again, that call changes: no second one is booked.'
      : anew(kind)
  }</p></div>`;

/** What sending the form again does, in a sentence. */
function does({ moves, corrects, kind, invitation }: SentAgain, to: Slot, now: number): Html {
  const details = corrects ? ' and corrects your details' : '';
  if (moves)
    return html`Sending it again moves the call to ${callTime(to, now)}${details}. You give up the time it has now. ${calendarsFollow({ invitation })}`;
  return corrects
    ? html`Sending it again corrects your details. The call keeps its time.`
    : html`Sending it again changes nothing. It leads to your own page, where you can see, move or cancel the ${CALL_NAMES[kind]}.`;
}

/** In place of “Nothing is booked yet”, where that is not so: what the form has booked, and what sending it again does to it. */
export const sentAgainView = (again: SentAgain, to: Slot, now: number): Html => html`
<p class="lede" data-state="${again.state}">${withTime(again.words.happened, again.slot, now)}</p>
<p>${again.isToCome ? html`You booked it with this form. ${does(again, to, now)}` : anew(again.kind)}</p>`;

/** What the button does that sends the form again. */
export function sendAgainWords({ moves, corrects }: SentAgain, to: Slot, now: number): string {
  if (moves) return `Move the call to ${instantInWords(to.start, now)}`;
  return corrects ? 'Correct your details' : 'Go to your own page';
}
