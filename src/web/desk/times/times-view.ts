import { html } from 'hono/html';
import { counted } from '#domain/count-words.ts';
import { daySheetPath } from '#domain/desk/paths.ts';
import {
  BLOCK_PATH,
  CALENDARS_PATH,
  CONFLICTING_PATH,
  changeNarrowingPath,
  dayOutPath,
  removeNarrowingPath,
} from '#domain/desk/times.ts';
import type { Narrowing, NarrowingKind } from '#domain/hours/narrowing.ts';
import { hasDayToTakeOut, isAbout } from '#domain/narrowings/day-out.ts';
import { whenInSentence, whenInWords } from '#domain/narrowings/narrowing-words.ts';
import type { DayAhead } from '#domain/slots/days-ahead.ts';
import { isoDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
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
<span class="times-acts"><a href="${changeNarrowingPath(narrowing)}">Change<span class="visually-hidden"> what is set for ${when}</span></a> <a href="${removeNarrowingPath(narrowing)}">Remove<span class="visually-hidden"> what is set for ${when}</span></a>${
    hasDayToTakeOut(narrowing, today)
      ? html` <a href="${dayOutPath(narrowing)}">Take out one day<span class="visually-hidden"> of what is set for ${when}</span></a>`
      : ''
  }</span></li>`;
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

const bookedOn =
  (today: number) =>
  ({ day, booked: count, hours }: DayAhead): Html => {
    if (count === 0) return hours ? html`<p>No call booked</p>` : html``;
    return html`<p><strong><a href="${daySheetPath(isoDate(day))}">${counted(count, 'call')} booked<span class="visually-hidden"> on ${dayInWords(day, today)}</span></a></strong></p>`;
  };

const blockLink = ({ day, hours }: DayAhead, name: string): Html =>
  hours
    ? html`<p class="day-act"><a href="${BLOCK_PATH}?from=${isoDate(day)}">Block time<span class="visually-hidden"> on ${name}</span></a></p>`
    : html``;

const CALLED: Readonly<Record<NarrowingKind, string>> = {
  closure: 'the closure',
  'dated hours': 'the shorter hours',
  block: 'the block',
};

/** Whether a day would be open but for what staff have set. */
const isOpenByRule = ({ closed }: DayAhead) =>
  closed === undefined || closed.kind === 'closure' || closed.kind === 'dated hours';

/** Out of what each day can be taken: what is set for it and for others too. */
const dayOutLinks =
  ({ narrowings, now }: TimesView) =>
  (ahead: DayAhead, name: string): Html => {
    if (!isOpenByRule(ahead)) return html``;
    const { day } = ahead;
    const today = wallClockAt(now).day;
    const among = narrowings.filter((each) => isAbout(each, day) && hasDayToTakeOut(each, today));
    return html`${among.map(
      (each) =>
        html`<p class="day-act"><a href="${dayOutPath(each, isoDate(day))}">Take this day out of ${CALLED[each.kind]}<span class="visually-hidden">: ${name}, of what is set for ${whenInSentence(each, today)}</span></a></p>`,
    )}`;
  };

/** The calls that conflict, what is set, and every day that can be booked. */
export const timesView = (view: TimesView): Html => html`
${flashView(view.done)}
${conflictingNote(view.conflicting)}
${setSection(view)}
<section class="times-part" aria-labelledby="ahead"><h2 id="ahead">The days that can be booked</h2>
<p>What the public can book at present. The week’s hours are a setting of the website, which the person who looks after its settings can change. Bank holidays are known.</p>
${daysAheadView(view.days, wallClockAt(view.now).day, {
  booked: bookedOn(wallClockAt(view.now).day),
  act: (day, name) => html`${blockLink(day, name)}${dayOutLinks(view)(day, name)}`,
})}</section>`;
