import * as z from 'zod';
import { dateField } from '../date-field.ts';
import type { Fault } from '../faults.ts';
import { type BankHolidays, closedInWords, whyClosed } from '../hours/closed-days.ts';
import type { Narrowing } from '../hours/narrowing.ts';
import type { Line } from '../settings/line.ts';
import { dayOfDate, isoDate, weekdayOf } from '../time/day.ts';
import { wallClockAt } from '../time/london.ts';
import { dayInWords } from '../time/words.ts';
import { whenInSentence } from './narrowing-words.ts';

/** The form that takes one day out of what is set. `seen` is what it was set for when the page was shown (`timesSeenOf`). */
export const DayOutSchema = z.strictObject({
  step: z.enum(['see', 'change', 'set']).default('see'),
  date: dateField('the day to take out').transform(isoDate),
  seen: z.string().max(500).optional(),
});

export type DayOutPosted = z.output<typeof DayOutSchema>;

/** Whether something that is set is about a weekday: one of its span and, if it is weekly, of its days of the week. */
export function isAbout(narrowing: Narrowing, day: number): boolean {
  const weekdays = narrowing.kind === 'block' ? narrowing.weekdays : undefined;
  const weekday = weekdayOf(day);
  return (
    weekday < 5 &&
    dayOfDate(narrowing.from) <= day &&
    day <= dayOfDate(narrowing.to) &&
    (weekdays?.includes(weekday) ?? true)
  );
}

/** The days that something that is set is about, in order, in days since 1 January 1970. */
function daysOf(narrowing: Narrowing): number[] {
  const first = dayOfDate(narrowing.from);
  const length = dayOfDate(narrowing.to) - first + 1;
  return Array.from({ length }, (_, index) => first + index).filter((day) =>
    isAbout(narrowing, day),
  );
}

/** Whether something that is set is about several days, of which one that is not over can be taken out. */
export function hasDayToTakeOut(narrowing: Narrowing, today: number): boolean {
  const days = daysOf(narrowing);
  return days.length > 1 && (days.at(-1) ?? today) >= today;
}

/** What is set for a shorter span. What is set weekly and is left with one day is set for that day. */
function forSpan(narrowing: Narrowing, from: number, to: number): Narrowing {
  const span = { ...narrowing, from: isoDate(from), to: isoDate(to) };
  if (span.kind !== 'block' || from !== to) return span;
  const { weekdays: _weekdays, ...once } = span;
  return once;
}

/**
 * What is left of something that is set without one of its days, in order: nothing, one stretch, or two. It ends on the
 * last of its days before that day, and is set again from the next one after, with the same hours, reason and end. The
 * first that is left keeps its id, and a second takes `id`.
 */
export function withoutDay(narrowing: Narrowing, day: number, id: string): Narrowing[] {
  const days = daysOf(narrowing);
  const before = days.findLast((each) => each < day);
  const after = days.find((each) => each > day);
  const left = [
    ...(before === undefined ? [] : [forSpan(narrowing, dayOfDate(narrowing.from), before)]),
    ...(after === undefined ? [] : [forSpan(narrowing, after, dayOfDate(narrowing.to))]),
  ];
  return left.map((each, index) => (index === 0 ? each : { ...each, id }));
}

const hoursOf = (narrowing: Narrowing) =>
  narrowing.kind === 'closure' ? undefined : narrowing.hours;

/** Whether two things that are set are the same but for their days, as the two halves of one are. */
export const isAlike = (one: Narrowing, other: Narrowing): boolean =>
  one.kind === other.kind &&
  one.why === other.why &&
  JSON.stringify(hoursOf(one)) === JSON.stringify(hoursOf(other));

/** What decides whether a day can be taken out. `now` is in milliseconds. */
interface DayOutWorld {
  hours: Line['hours'];
  bankHolidays: BankHolidays;
  now: number;
}

const NOTHING_SET = { closures: [], datedHours: [] };

/** Why a day cannot be taken out of something that is set, if it cannot: it is over, none of its days, or closed anyway. */
export function dayOutFault(
  { hours, bankHolidays, now }: DayOutWorld,
  narrowing: Narrowing,
  day: number,
): Fault | undefined {
  const today = wallClockAt(now).day;
  const name = dayInWords(day, today);
  const fault = (message: string) => ({ field: 'date', message });
  if (!isAbout(narrowing, day)) {
    return fault(
      `${name} is not one of its days. It is set for ${whenInSentence(narrowing, today)}.`,
    );
  }
  if (day < today) return fault(`${name} is over. Choose today or a later day.`);
  const closed = whyClosed({ hours, ...NOTHING_SET }, bankHolidays, day);
  return closed
    ? fault(`The line is closed on ${name} anyway (${closedInWords(closed)}). Choose another day.`)
    : undefined;
}
