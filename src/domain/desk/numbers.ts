import { hoursOn, type LineRules } from '../hours/rules.ts';
import { dateOf, dayOf, MINUTE, weekdayOf } from '../time/day.ts';
import { instantAt } from '../time/london.ts';
import { OUTCOME_NAMES, type Outcome } from './outcomes.ts';

/** What was counted on a London day, or in a period that begins on it, in days since 1 January 1970. */
export interface DayCount {
  day: number;
  count: number;
}

/**
 * The enquiries that came in a period that begins on a day: when each that was answered came, and when staff were first
 * in touch, in milliseconds and at the same place in both; and how many wait.
 */
export interface Answers {
  day: number;
  enquiredAt: Float64Array;
  answeredAt: Float64Array;
  waiting: number;
}

/** Everything that is counted. */
export interface Counted {
  /** Cases that staff wrote down for a person who got in touch another way; a complaint is counted as one alone. */
  byHand: readonly DayCount[];
  /** Calls by when they were made, those that were cancelled since among them. */
  booked: readonly (DayCount & { kind: 'callback' | 'discovery-call' })[];
  /** Calls by when they are for. */
  calls: readonly (DayCount & { kind: 'callback' | 'discovery-call' | 'cancelled' })[];
  outcomes: readonly (DayCount & { outcome: Outcome })[];
  /** Complaints by when they came, and by when their person was told the outcome. */
  complaints: readonly (DayCount & { what: 'received' | 'ended' })[];
  /** Every enquiry that somebody sent. */
  answers: readonly Answers[];
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
  /** Calls that were made in the period, whatever day they are for. */
  callbacksBooked: number;
  discoveryCallsBooked: number;
  /** Calls that are for a day of the period, whenever they were made; those that were cancelled are `cancelled` alone. */
  callbacks: number;
  discoveryCalls: number;
  cancelled: number;
  complaints: number;
  complaintsEnded: number;
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
  callbacksBooked,
  discoveryCallsBooked,
  callbacks,
  discoveryCalls,
  cancelled,
  complaints,
  complaintsEnded,
  outcomes,
}: Period): boolean =>
  [
    ...[enquiries, byHand, callbacksBooked, discoveryCallsBooked],
    ...[callbacks, discoveryCalls, cancelled, complaints, complaintsEnded],
    ...Object.values(outcomes),
  ].some((count) => count > 0);

/**
 * How many minutes the line was open before an instant, counted from a day on: the difference of two is the open time
 * between them, under the hours as they are now. Every minute is counted once, so that it answers for a hundred
 * thousand instants in no time.
 */
export function openMinutesSince(rules: LineRules, from: number, until: number) {
  const began = instantAt(from, 0);
  const minuteOf = (instant: number) => Math.floor((instant - began) / MINUTE);
  const last = Math.max(0, minuteOf(instantAt(until, 0)));
  const open = new Int32Array(last + 1);
  for (let day = from; day < until; day += 1) {
    const hours = hoursOn(rules, day);
    if (!hours) continue;
    const [opens, closes] = [instantAt(day, hours.opens), instantAt(day, hours.closes)];
    open.fill(1, minuteOf(opens) + 1, minuteOf(closes) + 1);
  }
  for (let minute = 1; minute <= last; minute += 1) {
    open[minute] = (open[minute] ?? 0) + (open[minute - 1] ?? 0);
  }
  return (instant: number): number => open[Math.min(Math.max(minuteOf(instant), 0), last)] ?? 0;
}

/** The middle of some numbers; of an even number of them, the lower of the two in the middle, which one of them took. */
function medianOf(sorted: Int32Array): number | undefined {
  return sorted[Math.ceil(sorted.length / 2) - 1];
}

/** How soon the enquiries of a period were answered. */
function answerTimes(
  answers: readonly Answers[],
  openAt: (instant: number) => number,
): AnswerTimes {
  // Places that are counted to, and no lists between: there can be a hundred thousand of them.
  const sorted = new Int32Array(answers.reduce((all, one) => all + one.answeredAt.length, 0));
  let place = 0;
  for (const { enquiredAt, answeredAt } of answers) {
    for (let index = 0; index < answeredAt.length; index += 1, place += 1) {
      sorted[place] = openAt(answeredAt[index] ?? 0) - openAt(enquiredAt[index] ?? 0);
    }
  }
  sorted.sort();
  return {
    answered: sorted.length,
    waiting: answers.reduce((all, { waiting }) => all + waiting, 0),
    median: medianOf(sorted),
    slowest: sorted.at(-1),
  };
}

const sum = (counts: readonly DayCount[]) => counts.reduce((all, { count }) => all + count, 0);

/** What was counted in each of the last weeks or months, oldest first, as of a day. */
export function numbersBy(
  length: PeriodLength,
  { byHand, booked, calls, outcomes, complaints, answers }: Counted,
  rules: LineRules,
  today: number,
): Period[] {
  const starts = periodStarts(length, today);
  const openAt = openMinutesSince(rules, starts[0] ?? today, today + 1);
  return starts.slice(0, -1).map((from, index) => {
    const until = starts[index + 1] ?? today;
    const within = <One extends { day: number }>(all: readonly One[]) =>
      all.filter(({ day }) => day >= from && day < until);
    const of = <Kind extends string>(all: readonly (DayCount & { kind: Kind })[], kind: Kind) =>
      sum(within(all).filter((one) => one.kind === kind));
    const noted = within(outcomes);
    const ofComplaints = (what: Counted['complaints'][number]['what']) =>
      sum(within(complaints).filter((one) => one.what === what));
    const answer = answerTimes(within(answers), openAt);
    return {
      from,
      until,
      enquiries: answer.answered + answer.waiting,
      byHand: sum(within(byHand)),
      callbacksBooked: of(booked, 'callback'),
      discoveryCallsBooked: of(booked, 'discovery-call'),
      callbacks: of(calls, 'callback'),
      discoveryCalls: of(calls, 'discovery-call'),
      cancelled: of(calls, 'cancelled'),
      complaints: ofComplaints('received'),
      complaintsEnded: ofComplaints('ended'),
      outcomes: Object.fromEntries(
        OUTCOME_NAMES.map((name) => [name, sum(noted.filter(({ outcome }) => outcome === name))]),
      ) as Record<Outcome, number>,
      answer,
    };
  });
}
