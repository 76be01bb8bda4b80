import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { FORM_FIELD } from '#domain/forms/automatic.ts';
import type { Slot } from '#domain/slots/slot.ts';
import { isoDate } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { type CallView, calendarsFollow } from '../../account/calls-view.ts';
import { type Html, hidden } from '../../views/form-view.ts';
import { callTime, type TimesShown, timesField, withTime } from '../../views/times-view.ts';

const turnOf = (path: string) => (day: number) => `${path}?from=${isoDate(day)}`;

/**
 * The first step of booking: a day and a time, which go into the page's address. `path` is the page it is on, `form`
 * the form's own id.
 */
export const chooseTime = (
  shown: TimesShown,
  { path, form }: { path: string; form: string },
): Html =>
  timesField(shown, {
    does: 'Continue with',
    method: 'get',
    action: path,
    carried: html`${hidden('step', 'details')}${hidden(FORM_FIELD, form)}`,
    turn: turnOf(path),
  });

/** Another time for a call whose details have been typed: they come along, in the post. */
export const chooseTimeAgain = (
  shown: TimesShown,
  { path, typed }: { path: string; typed: readonly [string, string][] },
): Html =>
  timesField(shown, {
    does: 'Continue with',
    method: 'post',
    action: `${path}?change=time`,
    carried: html`${typed.map(([name, value]) => hidden(name, value))}`,
    turn: (day) => `${path}?change=start&from=${isoDate(day)}`,
  });

/** Another time for a call that was `seen` at one: posted to the page itself, which moves it. */
export const moveView = (
  shown: TimesShown,
  {
    slot,
    path,
    state,
    words,
    invitation,
  }: Pick<CallView, 'slot' | 'path' | 'state' | 'words' | 'invitation'>,
  seen: number,
): Html => html`
<p class="lede" data-state="${state}">${withTime(words.happened, slot, shown.now)}</p>
<p>Nothing changes until you move it. When you do, you give up the time it has now. ${calendarsFollow({ invitation })}</p>
${timesField(shown, {
  does: 'Move the call to',
  method: 'post',
  action: `${path}reschedule/`,
  seen,
  turn: turnOf(`${path}reschedule/`),
})}`;

/** The move to one time, as a link offered it: what will happen, and the button that does it. */
export const moveToView = (
  {
    kind,
    slot,
    path,
    state,
    words,
    invitation,
  }: Pick<CallView, 'kind' | 'slot' | 'path' | 'state' | 'words' | 'invitation'>,
  to: Slot,
  now: number,
): Html => html`
<p class="lede">You are about to move your ${CALL_NAMES[kind]} to ${callTime(to, now)}.</p>
<p data-state="${state}">${withTime(words.happened, slot, now)}</p>
<p>Nothing changes until you move it. When you do, you give up the time it has now. ${calendarsFollow({ invitation })}</p>
<form method="post" action="${path}reschedule/">
  ${hidden('start', isoInstant(to.start))}${hidden('seen', isoInstant(slot.start))}
  <p class="actions"><button class="button">Move the call to this time</button> <a class="button quiet" href="${path}reschedule/">Choose another time</a></p>
</form>`;

/** A call that was asked to move to the time it has: what is so of it then, and the way to another time where it needs one. */
export const unmovedView = (
  { slot, path, state, words }: Pick<CallView, 'slot' | 'path' | 'state' | 'words'>,
  back: { path: string; label: string },
  now: number,
): Html => html`
<p class="lede" data-state="${state}">${withTime(words.happened, slot, now)}</p>
<p>It has that time already, so it stays as it was: nothing is moved or sent.</p>
<p>${words.next}</p>
${state === 'call-cannot-take-place' ? html`<p class="actions"><a class="button" href="${path}reschedule/">Choose another time</a></p>` : ''}
<p><a href="${back.path}">${back.label}</a></p>`;
