import { html } from 'hono/html';
import { CALL_WORDS } from '#domain/booking/call-words.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import type { Line } from '#domain/settings/line.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { SlotDay } from '#domain/slots/weeks.ts';
import { MINUTE } from '#domain/time/day.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords, dayInWords, lengthInWords } from '#domain/time/words.ts';
import type { Html } from './form-view.ts';
import { phoneLink } from './notice-view.ts';

/** Times to choose between, under one legend. `today` is the London day it is, for dates that need their year. */
export interface TimesField {
  kind: CallKind;
  days: readonly SlotDay[];
  /** What is asked; what a caller is asked unless it is given. */
  legend?: string;
  today: number;
  /** The start that stands chosen, in milliseconds. */
  chosen?: number | undefined;
  fault?: string | undefined;
}

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

function slotChoice({ start }: Slot, id: string, day: string, { chosen }: TimesField): Html {
  const value = isoInstant(start);
  const clock = clockInWords(wallClockAt(start).minute);
  return html`<div class="slot"><input type="radio" id="${id}" name="start" value="${value}"${
    start === chosen ? html` checked` : ''
  }><label for="${id}"><span class="visually-hidden">${day}, </span><time datetime="${value}">${clock}</time></label></div>`;
}

/** One day: its name as a heading, and its times, each with the day in its own name. */
function dayOfTimes({ day, slots }: SlotDay, field: TimesField, isFirst: boolean): Html {
  const name = dayInWords(day, field.today);
  return html`<div class="day"><h2>${name}</h2>${slots.map((slot, index) =>
    slotChoice(
      slot,
      isFirst && index === 0 ? 'start' : `start-${isoInstant(slot.start)}`,
      name,
      field,
    ),
  )}</div>`;
}

const lengthOf = ({ start, end }: Slot) => lengthInWords((end - start) / MINUTE);

/** Times as radio buttons, day by day; the first carries the field's id for the error summary. */
export function timesField(field: TimesField): Html {
  const { kind, days, fault } = field;
  const { choose, about } = CALL_WORDS[kind];
  const { legend = choose } = field;
  const [first] = days[0]?.slots ?? [];
  const ids = fault ? 'start-hint start-fault' : 'start-hint';
  return html`<fieldset class="${fault ? 'field faulty' : 'field'}" aria-describedby="${ids}">
  <legend>${legend}</legend>
  <p class="hint" id="start-hint">Times are UK time (London).${first ? ` ${about(lengthOf(first))}` : ''}</p>
  ${fault && html`<p class="fault" id="start-fault"><span class="visually-hidden">Error: </span>${fault}</p>`}
  <div class="days">${days.map((day, index) => dayOfTimes(day, field, index === 0))}</div>
</fieldset>`;
}

/** What is said when no time is free at all. */
export const noTimes = ({ phone, hours }: Line): Html => html`
<p class="lede">No time is free at the moment.</p>
<p>Please ring us on ${phoneLink(phone)}, ${hoursInWords(hours)}, or <a href="/enquire/">send an enquiry</a>.</p>`;
