import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { WeekShown } from '#domain/slots/weeks.ts';
import { isoDate } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { CALL_WORDS } from './call-words.ts';
import type { CallShown } from './calls.ts';
import { type Html, hidden, trap } from './form.ts';
import { callTime, timesField } from './times.ts';

/** A week of times to choose from. */
export interface ChooseTime {
  kind: CallKind;
  shown: WeekShown;
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
const otherWeeks = ({ earlier, later }: WeekShown, turn: Turn): Html =>
  html`${earlier === undefined ? '' : turn(earlier, 'Earlier times')} ${
    later === undefined ? '' : turn(later, 'Later times')
  }`;

const byAddress =
  (path: string, query: Readonly<Record<string, string>>): Turn =>
  (monday, words) =>
    html`<a class="button quiet" href="${path}?${new URLSearchParams({ ...query, from: isoDate(monday) })}">${words}</a>`;

const byPost =
  (path: string): Turn =>
  (monday, words) =>
    html`<button class="button quiet" formaction="${path}?change=start&amp;from=${isoDate(monday)}">${words}</button>`;

/**
 * The first step of booking: a time, which goes into the page's address, and the week it was looked for in, so
 * that nobody who forgot to choose is led back to the first. `joins` is the key of a case to join.
 */
export function chooseTime(choice: ChooseTime, joins: string | undefined): Html {
  const { path } = CALL_WORDS[choice.kind];
  const weeks = otherWeeks(choice.shown, byAddress(path, joins ? { case: joins } : {}));
  return html`<form method="get" action="${path}" novalidate>
  ${times(choice)}
  ${hidden('from', isoDate(choice.shown.week.monday))}
  ${hidden('case', joins)}
  <p class="actions"><button class="button" name="step" value="details">Go on with this time</button> ${weeks}</p>
</form>`;
}

/** Another time for a call whose details have been typed: they come along, in the post. */
export function chooseTimeAgain(choice: ChooseTime, typed: readonly [string, string][]): Html {
  const { path } = CALL_WORDS[choice.kind];
  return html`<form method="post" action="${path}" novalidate>
  ${times(choice)}
  ${typed.map(([name, value]) => hidden(name, value))}
  ${trap()}
  <p class="actions"><button class="button">Check your answers</button> ${otherWeeks(choice.shown, byPost(path))}</p>
</form>`;
}

/** Another time for the call booked for `before`: posted to the page itself, which moves it. `path` is the call's own. */
export const moveView = (choice: ChooseTime, before: Slot, path: string): Html => html`
<p class="lede">The ${CALL_NAMES[choice.kind]} is booked for ${callTime(before, choice.now)}.</p>
<p>It stays there until you move it. When you do, that time is free for somebody else, and calendars that hold the call are told.</p>
<form method="post" action="${path}reschedule/" novalidate>
  ${times(choice)}
  <p class="actions"><button class="button">Move the call to this time</button> ${otherWeeks(choice.shown, byAddress(`${path}reschedule/`, {}))}</p>
</form>`;

/** The move to one time, as a link offered it: what will happen, and the button that does it. */
export const moveToView = (
  { kind, slot, path }: Pick<CallShown, 'kind' | 'slot' | 'path'>,
  to: Slot,
  now: number,
): Html => html`
<p class="lede">If you go on, the ${CALL_NAMES[kind]} moves to ${callTime(to, now)}.</p>
<p>It is booked for ${callTime(slot, now)}, and stays there until you move it. When you do, that time is free for somebody else, and calendars that hold the call are told.</p>
<form method="post" action="${path}reschedule/">
  ${hidden('start', isoInstant(to.start))}
  <p class="actions"><button class="button">Move the call to this time</button> <a class="button quiet" href="${path}reschedule/">Choose another time</a></p>
</form>`;
