import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { CALENDARS_FOLLOW } from '#domain/booking/words.ts';
import { FORM_FIELD } from '#domain/forms/automatic.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { WeekOfSlots } from '#domain/slots/weeks.ts';
import { isoDate } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { CallView } from '../../account/calls-view.ts';
import { type Html, hidden, trap } from '../../views/form-view.ts';
import { callTime, timesField, withTime } from '../../views/times-view.ts';

/** A week of times to choose from. */
export interface ChooseTime {
  kind: CallKind;
  shown: WeekOfSlots;
  /** The instant it is, in milliseconds. */
  now: number;
  chosen?: number | undefined;
  fault?: string | undefined;
}

const times = ({ kind, shown, now, chosen, fault }: ChooseTime): Html =>
  timesField({
    kind,
    days: shown.week.days,
    today: wallClockAt(now).day,
    chosen,
    fault,
  });

type Turn = (monday: number, words: string) => Html;

/** The ways to the weeks before and after. They stand after the form's own button, which Enter must press. */
const otherWeeks = ({ earlier, later }: WeekOfSlots, turn: Turn): Html =>
  html`${earlier === undefined ? '' : turn(earlier, 'Earlier times')} ${
    later === undefined ? '' : turn(later, 'Later times')
  }`;

const byAddress =
  (path: string): Turn =>
  (monday, words) =>
    html`<a class="button quiet" href="${path}?${new URLSearchParams({ from: isoDate(monday) })}">${words}</a>`;

const byPost =
  (path: string): Turn =>
  (monday, words) =>
    html`<button class="button quiet" formaction="${path}?change=start&amp;from=${isoDate(monday)}">${words}</button>`;

/**
 * The first step of booking: a time, which goes into the page's address, and the week it was looked for in, so
 * that nobody who forgot to choose is led back to the first. `path` is the page it is on, `form` the form's own id.
 */
export function chooseTime(
  choice: ChooseTime,
  { path, form }: { path: string; form: string },
): Html {
  const weeks = otherWeeks(choice.shown, byAddress(path));
  return html`<form method="get" action="${path}" novalidate>
  ${times(choice)}
  ${hidden('from', isoDate(choice.shown.week.monday))}
  ${hidden(FORM_FIELD, form)}
  <p class="actions"><button class="button" name="step" value="details">Continue with this time</button> ${weeks}</p>
</form>`;
}

/** Another time for a call whose details have been typed: they come along, in the post. */
export function chooseTimeAgain(
  choice: ChooseTime,
  { path, typed }: { path: string; typed: readonly [string, string][] },
): Html {
  return html`<form method="post" action="${path}" novalidate>
  ${times(choice)}
  ${typed.map(([name, value]) => hidden(name, value))}
  ${trap()}
  <p class="actions"><button class="button">Check your answers</button> ${otherWeeks(choice.shown, byPost(path))}</p>
</form>`;
}

/** Another time for a call: posted to the page itself, which moves it. */
export const moveView = (
  choice: ChooseTime,
  { slot, path, state, words }: Pick<CallView, 'slot' | 'path' | 'state' | 'words'>,
): Html => html`
<p class="lede" data-state="${state}">${withTime(words.happened, slot, choice.now)}</p>
<p>Nothing changes until you move it. When you do, the time it has now is free again. ${CALENDARS_FOLLOW}</p>
<form method="post" action="${path}reschedule/" novalidate>
  ${times(choice)}
  <p class="actions"><button class="button">Move the call to this time</button> ${otherWeeks(choice.shown, byAddress(`${path}reschedule/`))}</p>
</form>`;

/** The move to one time, as a link offered it: what will happen, and the button that does it. */
export const moveToView = (
  { kind, slot, path, state, words }: Pick<CallView, 'kind' | 'slot' | 'path' | 'state' | 'words'>,
  to: Slot,
  now: number,
): Html => html`
<p class="lede">You are about to move your ${CALL_NAMES[kind]} to ${callTime(to, now)}.</p>
<p data-state="${state}">${withTime(words.happened, slot, now)}</p>
<p>Nothing changes until you move it. When you do, the time it has now is free again. ${CALENDARS_FOLLOW}</p>
<form method="post" action="${path}reschedule/">
  ${hidden('start', isoInstant(to.start))}
  <p class="actions"><button class="button">Move the call to this time</button> <a class="button quiet" href="${path}reschedule/">Choose another time</a></p>
</form>`;

/** A call that was asked to move to the time it has: what is so of it then, and the way to another time where it needs one. */
export const unmovedView = (
  { slot, path, state, words }: Pick<CallView, 'slot' | 'path' | 'state' | 'words'>,
  back: { path: string; label: string },
  now: number,
): Html => html`
<p class="lede" data-state="${state}">${withTime(words.happened, slot, now)}</p>
<p>${words.next}</p>
${state === 'call-cannot-take-place' ? html`<p class="actions"><a class="button" href="${path}reschedule/">Choose another time</a></p>` : ''}
<p><a href="${back.path}">${back.label}</a></p>`;
