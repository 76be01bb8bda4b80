import { html } from 'hono/html';
import { CALL_WORDS } from '#domain/booking/call-words.ts';
import { counted } from '#domain/count-words.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import type { Line } from '#domain/settings/line.ts';
import {
  type DaysPage,
  type DayToChoose,
  halvesOfDay,
  type NothingFree,
} from '#domain/slots/days-to-choose.ts';
import type { AvailabilityInput, CallKind, Slot } from '#domain/slots/slot.ts';
import { noticeInWords } from '#domain/slots/validate-start.ts';
import { isoDate } from '#domain/time/day.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords, dayInWords, isoClock, lengthInWords } from '#domain/time/words.ts';
import { type Html, hidden } from './form-view.ts';
import { phoneLink } from './message-page-view.ts';

/** The fields of a day's form, by which a time is asked for: its date, and the time on London's clock, "10:00". */
export const DAY_FIELD = 'day';
export const TIME_FIELD = 'time';

/** What is said above some times. */
interface TimesAbout {
  kind: CallKind;
  calls: AvailabilityInput['calls'];
  /** The instant it is, in milliseconds. */
  now: number;
  fault?: string | undefined;
}

/** A page of days, and the times of the one that is open. */
export interface TimesShown extends TimesAbout {
  page: DaysPage;
  /** The day whose times are open. */
  opened: number;
  /** The start that is chosen, in milliseconds. */
  chosen: number | undefined;
}

/** How a time is asked for, and what is done with the one that is chosen. */
export interface TimesAction {
  /** What staff are asked, who choose for somebody else; what a caller is asked unless it is given. */
  legend?: string;
  /** What the button does, as it stands before the day: "Continue with". */
  does: string;
  method: 'get' | 'post';
  /** Where a time goes. */
  action: string;
  /** What goes with it. */
  carried?: Html;
  /** Where the call was when the page was shown, in milliseconds, of one that is to move. */
  seen?: number;
  /** The address of the page of days that begins with a day. */
  turn: (day: number) => string;
}

type TimesField = TimesShown & TimesAction;

const nameOf = (day: number, { now }: TimesAbout) => dayInWords(day, wallClockAt(now).day);

/** A call's time in words; a reader elsewhere is shown their own beside it by `scripts/own-time.ts`. */
export const callTime = (slot: Slot, now: number): Html =>
  html`<time datetime="${isoInstant(slot.start)}">${callInWords(slot, now)}</time>`;

/** A sentence that names the time of a call, with that time marked up as one. */
export function withTime(sentence: string, slot: Slot, now: number): Html {
  const time = callInWords(slot, now);
  const [before = '', ...after] = sentence.split(time);
  return after.length === 0
    ? html`${sentence}`
    : html`${before}${callTime(slot, now)}${after.join(time)}`;
}

/** Something to pick: a radio button, and what is drawn in its place. */
const pick = (name: string, value: string, words: Html | string, more: Html | string): Html =>
  html`<label class="pick"><input type="radio" name="${name}" value="${value}"${more}><span>${words}</span></label>`;

type SlotsOfDay = Pick<DayToChoose, 'day' | 'slots'>;

function half(name: string, slots: readonly Slot[], day: SlotsOfDay, field: TimesField): Html {
  if (slots.length === 0) return html``;
  const id = (slot: Slot) =>
    slot === day.slots[0] && day.day === field.opened ? html` id="start"` : '';
  const checked = ({ start }: Slot) => (start === field.chosen ? html` checked` : '');
  return html`<fieldset><legend>${name}</legend>${slots.map((slot) => {
    const { minute } = wallClockAt(slot.start);
    const more = html`${id(slot)}${checked(slot)}`;
    return pick(TIME_FIELD, isoClock(minute), clockInWords(minute), more);
  })}</fieldset>`;
}

/** What a day is called, with what is free on it: it breaks after the weekday, if at all, and the comma is for those who hear it. */
const dayWords = (name: string, free: string): Html =>
  html`<b>${name.replace(/ (?=\D+$|\D+ \d{4}$)/, '\u00a0')}<i>,</i></b> ${free}`;

/** London's offset on a day, by which script finds the instant of its times. */
const offsetOf = ({ slots: [slot] }: SlotsOfDay) => slot && isoInstant(slot.start).slice(-6);

/**
 * The times of one day, seen while its day is chosen: a form of its own, so that no time that is out of sight goes
 * with its button. The forms of all days read alike but for the date, which is what keeps the page light.
 */
function timesOfDay(day: SlotsOfDay, name: string, field: TimesField): Html {
  const { method, action, carried = html``, does } = field;
  const seen = field.seen === undefined ? undefined : isoInstant(field.seen);
  const { morning, afternoon } = halvesOfDay(day.slots);
  return html`<form class="times" method="${method}" action="${action}" data-offset="${offsetOf(day)}">${hidden(DAY_FIELD, isoDate(day.day))}${hidden('seen', seen)}${carried}<fieldset><legend>${name}</legend>${half('Morning', morning, day, field)}${half('Afternoon', afternoon, day, field)}</fieldset><button class="button">${does} ${name}</button></form>`;
}

/** A day to open, and its times: both are radio buttons, so that neither needs script. */
function openDay(day: SlotsOfDay, field: TimesField): Html {
  const name = nameOf(day.day, field);
  return html`<label class="pick day"><input type="radio" name="days"${
    day.day === field.opened ? html` checked` : ''
  }><span>${dayWords(name, counted(day.slots.length, 'time'))}</span></label>${timesOfDay(day, name, field)}`;
}

const WHY: {
  [Kind in NothingFree['kind']]: (none: Extract<NothingFree, { kind: Kind }>) => string;
} = {
  'too soon': () => 'Too soon to book',
  taken: () => 'No times left',
  weekend: () => 'Closed',
  'bank holiday': ({ name }) => `Closed: ${name}`,
  // Why staff close the line is for staff alone.
  closure: () => 'Closed',
  'dated hours': () => 'Closed',
  'closed weekday': () => 'Closed',
};

/** Why nothing is free on a day, as readers are told. */
const nothingFree = <Kind extends NothingFree['kind']>(
  none: Extract<NothingFree, { kind: Kind }>,
): string => (WHY[none.kind] as (none: NothingFree) => string)(none);

/** What stands beside a day where a time is chosen: how many there are or, where there is none, why. */
export const dayOnPage = (day: DayToChoose): string =>
  day.none ? nothingFree(day.none) : counted(day.slots.length, 'time');

const aDay = (day: DayToChoose, field: TimesField): Html =>
  day.none
    ? html`<p class="day">${dayWords(nameOf(day.day, field), dayOnPage(day))}</p>`
    : openDay(day, field);

const lengthOf = ({ minutes }: AvailabilityInput['calls']) => lengthInWords(minutes);

interface Asked {
  legend?: string | undefined;
  note?: string;
  times: Html;
}

function fieldset({ kind, calls, fault }: TimesAbout, { legend, note = '', times }: Asked): Html {
  const { choose, about, aboutThem } = CALL_WORDS[kind];
  const means = legend === undefined ? about : aboutThem;
  const ids = fault ? 'start-hint start-fault' : 'start-hint';
  return html`<fieldset class="${fault ? 'field faulty' : 'field'}" aria-describedby="${ids}">
  <legend>${legend ?? choose}</legend>
  <p class="hint" id="start-hint">Times are UK time (London). ${means(lengthOf(calls))}${note}</p>
  ${fault && html`<p class="fault" id="start-fault"><span class="visually-hidden">Error: </span>${fault}</p>`}
  ${times}
</fieldset>`;
}

/** The ways to the days before and after: links, or buttons that bring along what was typed. */
function turns({ earlier, later }: DaysPage, { method, carried, turn }: TimesAction): Html {
  const way = (day: number | undefined, words: string): Html => {
    if (day === undefined) return html``;
    return method === 'get' || carried === undefined
      ? html`<a class="button quiet" href="${turn(day)}">${words}</a> `
      : html`<button class="button quiet" formaction="${turn(day)}">${words}</button> `;
  };
  const ways = html`${way(earlier, 'Earlier days')}${way(later, 'Later days')}`;
  return carried === undefined || method === 'get'
    ? html`<p class="actions turns">${ways}</p>`
    : html`<form class="actions turns" method="post">${carried}${ways}</form>`;
}

/**
 * A day, then a time: the days are one set of radio buttons, and the times of the day that is chosen another, so each
 * is one stop for the keyboard and says how many there are. The first time carries the field's id for the error summary.
 */
export function timesField(shown: TimesShown, action: TimesAction): Html {
  const field = { ...shown, ...action };
  const { page, kind, calls, legend } = field;
  const isTooSoon = page.days.some(({ none }) => none?.kind === 'too soon');
  const note = isTooSoon ? ` ${noticeInWords(kind, calls)}` : '';
  const days = page.days.map((day) => aDay(day, field));
  const times = html`<div class="days">${days}${turns(page, action)}</div>`;
  return fieldset(field, { legend, note, times });
}

/** A few times, of any day, each named with its day: those nearest to one that is not free. */
export const nearestTimesField = (about: TimesAbout, slots: readonly Slot[]): Html =>
  fieldset(about, {
    times: html`<div class="nearest">${slots.map((slot, index) =>
      pick(
        'start',
        isoInstant(slot.start),
        instantInWords(slot.start, about.now),
        index === 0 ? html` id="start"` : '',
      ),
    )}</div>`,
  });

/**
 * What is said when no time is free at all; `closed` names the whole days ahead on which nobody can ring either, and
 * `enquirePath` is where to write to us instead, for a person who may from here.
 */
export const noTimes = (
  { phone, hours }: Line,
  closed: string,
  enquirePath: string | undefined,
): Html => html`
<p class="lede">No time is free at the moment.</p>
<p>Please ring us on ${phoneLink(phone)}, ${hoursInWords(hours)}${enquirePath === undefined ? '' : html`, or <a href="${enquirePath}">send an enquiry</a>`}.${closed && ` ${closed}.`}</p>`;
