import { html } from 'hono/html';
import { counted } from '#domain/count-words.ts';
import {
  BLOCK_PATH,
  CALENDARS_PATH,
  CONFLICTING_PATH,
  changeNarrowingPath,
  removeNarrowingPath,
} from '#domain/desk/times.ts';
import type { Narrowing, NarrowingKind } from '#domain/hours/narrowing.ts';
import { whenInWords } from '#domain/narrowings/narrowing-words.ts';
import type { DayAhead } from '#domain/slots/days-ahead.ts';
import { isoDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { daysAheadView } from '../../views/days-ahead-view.ts';
import type { Html } from '../../views/form-view.ts';
import { flashView } from '../flash-view.ts';
import { narrowingLinks } from './narrowing-view.ts';

/** What the page of times tells. Instants are in milliseconds. */
export interface TimesView {
  done: string | undefined;
  /** How many calls cannot take place when they are booked for. */
  conflicting: number;
  narrowings: readonly Narrowing[];
  days: readonly DayAhead[];
  now: number;
}

const conflictingNote = (count: number): Html =>
  count === 0
    ? html``
    : html`<p class="times-conflicting"><strong>${counted(count, 'call is', 'calls are')} booked for a time that has been closed or blocked since.</strong> <a href="${CONFLICTING_PATH}">See ${count === 1 ? 'it' : 'them'} and offer other times</a></p>`;

const KINDS: Readonly<Record<NarrowingKind, string>> = {
  closure: 'Closed',
  'dated hours': 'Open only',
  block: 'Blocked',
};

function setItem(narrowing: Narrowing, today: number): Html {
  const { kind, why } = narrowing;
  const when = whenInWords(narrowing, today);
  return html`<li class="times-block"><span><b>${KINDS[kind]}</b> ${when}${why === undefined ? '' : `: ${why}`}</span>
<span class="times-acts"><a href="${changeNarrowingPath(narrowing)}">Change<span class="visually-hidden"> what is set for ${when}</span></a> <a href="${removeNarrowingPath(narrowing)}">Remove<span class="visually-hidden"> what is set for ${when}</span></a></span></li>`;
}

const setSection = ({ narrowings, now }: TimesView): Html => html`
<section class="times-part" aria-labelledby="set"><h2 id="set">Set at the desk</h2>
${
  narrowings.length === 0
    ? html`<p>Nothing is set: the line is open on its week’s hours, but for bank holidays.</p>`
    : html`<ul class="times-blocks">${narrowings.map((each) => setItem(each, wallClockAt(now).day))}</ul>`
}
${narrowingLinks()}
<p>If you are busy by your own calendar, it can say so by itself: <a href="${CALENDARS_PATH}">give your calendar</a>.</p></section>`;

const booked = ({ booked: count, hours }: DayAhead): Html => {
  if (count === 0) return hours ? html`<p>No call booked</p>` : html``;
  return html`<p><strong>${counted(count, 'call')} booked</strong></p>`;
};

const blockLink = ({ day, hours }: DayAhead, name: string): Html =>
  hours
    ? html`<p class="day-act"><a href="${BLOCK_PATH}?from=${isoDate(day)}">Block time<span class="visually-hidden"> on ${name}</span></a></p>`
    : html``;

/** The calls that conflict, what is set, and every day that can be booked. */
export const timesView = (view: TimesView): Html => html`
${flashView(view.done)}
${conflictingNote(view.conflicting)}
${setSection(view)}
<section class="times-part" aria-labelledby="ahead"><h2 id="ahead">The days that can be booked</h2>
<p>What the public can book at present. The week’s hours are a setting of the website, which the person who looks after its settings can change. Bank holidays are known.</p>
${daysAheadView(view.days, wallClockAt(view.now).day, { booked, act: blockLink })}</section>`;
