import { html } from 'hono/html';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import type { DiaryCall, DiaryDay, DiaryState, DiaryStretch } from '#domain/desk/diary.ts';
import { DIARY_PATH, daySheetPath, deskCasePath } from '#domain/desk/paths.ts';
import { BLOCK_PATH } from '#domain/desk/times.ts';
import { closedInWords } from '#domain/hours/closed-days.ts';
import type { DatedHours } from '#domain/hours/narrowing.ts';
import { isoDate } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords, dayInWords } from '#domain/time/words.ts';
import type { Html } from '../../views/form-view.ts';
import { callerLink } from '../caller-link-view.ts';

/** A week of the diary; instants are in milliseconds. */
export interface DiaryView {
  monday: number;
  days: readonly DiaryDay[];
  /** How many minutes one row of the drawing is. */
  every: number;
  /** The last day that can be booked at present. */
  horizon: number;
  now: number;
}

const clockAt = (instant: number): Html =>
  html`<time datetime="${isoInstant(instant)}">${clockInWords(wallClockAt(instant).minute)}</time>`;

const callIn = (call: DiaryCall): Html => html`
<p class="diary-call"><a href="${deskCasePath(call.reference)}">${call.name}</a>${call.organisation ? html`, ${call.organisation}` : ''}</p>
<p class="diary-said">${CALL_NAMES[call.kind]}, ${callerLink(call.phone)}</p>${call.because ? html`<p class="diary-said"><b>Cannot take place</b></p>` : ''}`;

const SAID: {
  [Kind in DiaryState['kind']]: (state: Extract<DiaryState, { kind: Kind }>) => Html;
} = {
  calls: ({ calls, alsoFree }) =>
    html`${calls.map(callIn)}${alsoFree ? html`<p class="diary-said">There is room for another call</p>` : ''}`,
  blocked: ({ block }) => html`<p>Blocked${block.why === undefined ? '' : `: ${block.why}`}</p>`,
  closed: () => html`<p>Closed</p>`,
  free: () => html`<p>Free</p>`,
  away: () => html`<p>Staff busy</p>`,
  unfree: () =>
    html`<p><span class="visually-hidden">Nothing is booked, and nothing can be</span></p>`,
};

const said = <Kind extends DiaryState['kind']>(state: Extract<DiaryState, { kind: Kind }>): Html =>
  (SAID[state.kind] as (state: DiaryState) => Html)(state);

const stretchIn = ({ start, end, rows, state }: DiaryStretch): Html => html`
<li class="diary-stretch is-${state.kind} rows-${rows}"><p class="diary-time">${clockAt(start)}<span class="diary-until"> to ${clockAt(end)}</span></p> ${said(state)}</li>`;

const datedIn = ({ hours, why }: DatedHours): Html =>
  html`<p class="diary-closed">Open only ${clockInWords(hours.opens)} to ${clockInWords(hours.closes)}${why === undefined ? '' : `: ${why}`}</p>`;

function dayIn(
  { day, closed, dated, stretches }: DiaryDay,
  { today, horizon }: { today: number; horizon: number },
): Html {
  const name = dayInWords(day, today);
  return html`
<section class="diary-day${day === today ? ' is-today' : ''}" aria-labelledby="day-${isoDate(day)}">
  <h2 id="day-${isoDate(day)}">${name}${day === today ? html` <span class="diary-today">Today</span>` : ''}</h2>
  <div>${closed ? html`<p class="diary-closed">Closed: ${closedInWords(closed)}</p>` : dated.map(datedIn)}${!closed && day > horizon ? html`<p class="diary-said">Too far ahead to be booked yet</p>` : ''}
  <p class="diary-act"><a href="${daySheetPath(isoDate(day))}">Day’s sheet<span class="visually-hidden"> of ${name}</span></a>${
    closed || day < today
      ? ''
      : html` <a href="${BLOCK_PATH}?from=${isoDate(day)}">Block time<span class="visually-hidden"> on ${name}</span></a>`
  }</p></div>
  <ol class="diary-stretches">${stretches.map(stretchIn)}</ol>
</section>`;
}

const week = (monday: number, words: string): Html =>
  html`<a class="button quiet" href="${DIARY_PATH}?week=${isoDate(monday)}">${words}</a>`;

/** The week, drawn to the hour where there is room, and as a list where there is not. */
export function diaryView({ monday, days, every, horizon, now }: DiaryView): Html {
  const today = wallClockAt(now).day;
  return html`
<p class="lede">The week of ${dayInWords(monday, today)}. Times are UK time.</p>
<nav class="actions diary-weeks" aria-label="Weeks">${week(monday - 7, 'Previous week')} <a class="button quiet" href="${DIARY_PATH}">This week</a> ${week(monday + 7, 'Next week')}</nav>
<div class="diary every-${every}">${days.map((day) => dayIn(day, { today, horizon }))}</div>`;
}
