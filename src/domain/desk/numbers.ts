import { hoursOn, type LineRules } from '../hours/rules.ts';
import { dateOf, dayOf, weekdayOf } from '../time/day.ts';
import { wallClockAt } from '../time/london.ts';
import { OUTCOME_NAMES, type Outcome } from './outcomes.ts';

/** What was counted on a London day, or in a period that begins on it, in days since 1 January 1970. */
export interface DayCount {
  day: number;
  count: number;
}

/** When an enquiry came and when staff were first in touch, in milliseconds; undefined while they were not. */
export interface Answered {
  enquiredAt: number;
  answeredAt: number | undefined;
}

/** Everything that is counted. */
export interface Counted {
  /** Cases that staff wrote down for a person who got in touch another way. */
  byHand: readonly DayCount[];
  /** Calls by when they are for. */
  calls: readonly (DayCount & { kind: 'callback' | 'discovery-call' | 'cancelled' })[];
  outcomes: readonly (DayCount & { outcome: Outcome })[];
  /** Every enquiry that somebody sent. */
  answers: readonly Answered[];
}

export type PeriodLength = 'week' | 'month';

/** How long we took to answer the enquiries of a period, in minutes in which the line was open. */
export interface AnswerTimes {
  answered: number;
  waiting: number;
  median: number | undefined;
  slowest: number | undefined;
}

/** One week or month; it begins on the day `from` and ends before `until`. */
export interface Period {
  from: number;
  until: number;
  enquiries: number;
  byHand: number;
  callbacks: number;
  discoveryCalls: number;
  cancelled: number;
  outcomes: Readonly<Record<Outcome, number>>;
  answer: AnswerTimes;
}

/** How many weeks, and how many months, are told of, the one that it is among them. */
export const PERIODS = 12;

const mondayOf = (day: number) => day - weekdayOf(day);

const monthsFrom = (day: number, months: number) => {
  const { year, month } = dateOf(day);
  const all = year * 12 + (month - 1) + months;
  return dayOf(Math.floor(all / 12), (all % 12) + 1, 1);
};

/** The day on which each period begins, oldest first, and the day after the last of them. */
export function periodStarts(length: PeriodLength, today: number): number[] {
  const back = Array.from({ length: PERIODS + 1 }, (_, index) => index - PERIODS + 1);
  return back.map((away) =>
    length === 'week' ? mondayOf(today) + away * 7 : monthsFrom(today, away),
  );
}

/** Whether a day is the first of its month on which the line opens. */
export function isFirstWorkingDay(rules: LineRules, day: number): boolean {
  const { date } = dateOf(day);
  if (hoursOn(rules, day) === undefined) return false;
  const before = Array.from({ length: date - 1 }, (_, index) => day - 1 - index);
  return before.every((earlier) => hoursOn(rules, earlier) === undefined);
}

/** Whether anything was counted in a period. */
export const isCounted = ({
  enquiries,
  byHand,
  callbacks,
  discoveryCalls,
  cancelled,
  outcomes,
}: Period): boolean =>
  [enquiries, byHand, callbacks, discoveryCalls, cancelled, ...Object.values(outcomes)].some(
    (count) => count > 0,
  );

/**
 * How many minutes the line was open before an instant, counted from a day on: the difference of two is the open time
 * between them, under the hours as they are now. Made once, it answers for each of many instants at once.
 */
export function openMinutesSince(rules: LineRules, from: number, until: number) {
  const days = Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);
  const hours = days.map((day) => hoursOn(rules, day) ?? { opens: 0, closes: 0 });
  const opens = Int32Array.from(hours, ({ opens: at }) => at);
  const lasts = Int32Array.from(hours, ({ opens: at, closes }) => closes - at);
  const before = new Int32Array(days.length + 1);
  for (const [index, length] of lasts.entries()) before[index + 1] = (before[index] ?? 0) + length;
  return (instant: number): number => {
    const { day, minute } = wallClockAt(instant);
    const index = day - from;
    if (index < 0) return 0;
    const whole = before[Math.min(index, days.length)] ?? 0;
    return whole + Math.min(Math.max(minute - (opens[index] ?? 0), 0), lasts[index] ?? 0);
  };
}

/** The middle of some numbers; of an even number of them, the lower of the two in the middle, which one of them took. */
function medianOf(sorted: Float64Array): number | undefined {
  return sorted[Math.ceil(sorted.length / 2) - 1];
}

/** How many minutes each enquiry took to be answered, by the period it came in. */
function timesTaken(
  answers: readonly Answered[],
  starts: readonly number[],
  openAt: (instant: number) => number,
): { took: number[]; waiting: number }[] {
  const periods = starts.slice(0, -1).map(() => ({ took: [] as number[], waiting: 0 }));
  // Looked up by the day: there can be a hundred thousand of them.
  const byDay = periods.flatMap((period, index) =>
    Array.from({ length: (starts[index + 1] ?? 0) - (starts[index] ?? 0) }, () => period),
  );
  for (const { enquiredAt, answeredAt } of answers) {
    const period = byDay[wallClockAt(enquiredAt).day - (starts[0] ?? 0)];
    if (!period) continue;
    if (answeredAt === undefined) period.waiting += 1;
    else period.took.push(openAt(answeredAt) - openAt(enquiredAt));
  }
  return periods;
}

function answerTimes({ took, waiting }: { took: number[]; waiting: number }): AnswerTimes {
  const sorted = Float64Array.from(took).sort();
  return {
    answered: took.length,
    waiting,
    median: medianOf(sorted),
    slowest: sorted.at(-1),
  };
}

const sum = (counts: readonly DayCount[]) => counts.reduce((all, { count }) => all + count, 0);

/** What was counted in each of the last weeks or months, oldest first, as of a day. */
export function numbersBy(
  length: PeriodLength,
  { byHand, calls, outcomes, answers }: Counted,
  rules: LineRules,
  today: number,
): Period[] {
  const starts = periodStarts(length, today);
  const openAt = openMinutesSince(rules, starts[0] ?? today, today + 1);
  const taken = timesTaken(answers, starts, openAt);
  return starts.slice(0, -1).map((from, index) => {
    const until = starts[index + 1] ?? today;
    const within = <One extends { day: number }>(all: readonly One[]) =>
      all.filter(({ day }) => day >= from && day < until);
    const of = (kind: Counted['calls'][number]['kind']) =>
      sum(within(calls).filter((one) => one.kind === kind));
    const noted = within(outcomes);
    const asked = taken[index] ?? { took: [], waiting: 0 };
    return {
      from,
      until,
      enquiries: asked.took.length + asked.waiting,
      byHand: sum(within(byHand)),
      callbacks: of('callback'),
      discoveryCalls: of('discovery-call'),
      cancelled: of('cancelled'),
      outcomes: Object.fromEntries(
        OUTCOME_NAMES.map((name) => [name, sum(noted.filter(({ outcome }) => outcome === name))]),
      ) as Record<Outcome, number>,
      answer: answerTimes(asked),
    };
  });
}
