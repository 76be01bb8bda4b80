import { type BankHolidays, type WhyClosed, whyClosed } from '../hours/closed-days.ts';
import type { LineTimes } from '../hours/line-rules.ts';
import { earliestStart } from '../hours/notice.ts';
import { openings } from '../hours/openings.ts';
import { hoursOn } from '../hours/rules.ts';
import { MINUTE, weekdayOf } from '../time/day.ts';
import { instantAt, wallClockAt } from '../time/london.ts';
import type { AvailabilityInput, Slot } from './slot.ts';

/** Why nothing is free on a day: the line is closed, its times come sooner than our notice, or all of them are taken. */
export type NothingFree = WhyClosed | { kind: 'too soon' } | { kind: 'taken' };

/** One weekday as a reader meets it: its free times in order or, where there are none, why. */
export type DayToChoose =
  | { day: number; slots: readonly Slot[]; none?: undefined }
  | { day: number; slots: readonly []; none: NothingFree };

/** What decides which days are shown, and what says why a day is closed. */
export interface DaysInput
  extends Pick<AvailabilityInput, 'rules' | 'calls' | 'kind' | 'now' | 'blocks'> {
  line: LineTimes;
  bankHolidays: BankHolidays;
}

/**
 * Every weekday from today to the horizon, in order, with those of the free times (sorted) that lie on it.
 * Today is left out once no call can start any more; so is a day of which nobody knows whether it is a bank holiday.
 */
export function daysToChoose(input: DaysInput, free: readonly Slot[]): DayToChoose[] {
  const { rules, calls, kind, now, blocks, line, bankHolidays } = input;
  const today = wallClockAt(now).day;
  const last = today + calls['horizon-days'];
  const earliest = earliestStart(
    openings(rules, { first: today, last }, blocks),
    now,
    calls.notice[kind],
  );
  const byDay = Map.groupBy(free, ({ start }) => wallClockAt(start).day);

  function dayToChoose(day: number): DayToChoose | undefined {
    const slots = byDay.get(day);
    if (slots) return { day, slots };
    const closed = whyClosed(line, bankHolidays, day);
    if (closed) return { day, slots: [], none: closed };
    const hours = hoursOn(rules, day);
    if (!hours) return undefined;
    const lastStart = instantAt(day, hours.closes) - calls.minutes * MINUTE;
    if (lastStart < now) return undefined;
    return { day, slots: [], none: { kind: lastStart < earliest ? 'too soon' : 'taken' } };
  }

  return Array.from({ length: last - today + 1 }, (_, ahead) => today + ahead)
    .filter((day) => weekdayOf(day) < 5)
    .flatMap((day) => dayToChoose(day) ?? []);
}

/** The days on which something is free, and no others, from sorted times. */
export const daysWithTimes = (free: readonly Slot[]): DayToChoose[] =>
  [...Map.groupBy(free, ({ start }) => wallClockAt(start).day)].map(([day, slots]) => ({
    day,
    slots,
  }));

/** A page of days holds this many on which the line is open, so that two weeks are seen at once. */
export const OPEN_DAYS = 10;

/** It goes on until it holds this many days with something free, where there are as many. */
export const DAYS_WITH_TIMES = 5;

/** Some days to choose from, and the first days of the pages before and after. */
export interface DaysPage {
  days: readonly DayToChoose[];
  earlier: number | undefined;
  later: number | undefined;
}

const hasTimes = ({ slots }: DayToChoose) => slots.length > 0;

const isOpen = ({ none }: DayToChoose) =>
  none === undefined || none.kind === 'taken' || none.kind === 'too soon';

const isFull = (days: readonly DayToChoose[]) =>
  days.filter(isOpen).length >= OPEN_DAYS && days.filter(hasTimes).length >= DAYS_WITH_TIMES;

/** Days in pages, each with something free on it; days after the last with something free are left out. */
export function pagesOfDays(days: readonly DayToChoose[]): DayToChoose[][] {
  const pages: DayToChoose[][] = [];
  for (const day of days.slice(0, days.findLastIndex(hasTimes) + 1)) {
    const page = pages.at(-1);
    if (page && !isFull(page)) page.push(day);
    else pages.push([day]);
  }
  return pages;
}

/** The page a day lies on, or the next one there is, or the last; the first when no day is asked for. Undefined when nothing is free. */
export function daysPage(days: readonly DayToChoose[], from?: number): DaysPage | undefined {
  const pages = pagesOfDays(days);
  const asked = pages.findIndex((page) => (page.at(-1)?.day ?? 0) >= (from ?? 0));
  const index = asked === -1 ? pages.length - 1 : asked;
  const page = pages[index];
  const firstOf = (other: DayToChoose[] | undefined) => other?.[0]?.day;
  return (
    page && { days: page, earlier: firstOf(pages[index - 1]), later: firstOf(pages[index + 1]) }
  );
}

/** The day of a page whose times are open: the one asked for, or the next with something free, or the first. */
export function openedDay({ days }: DaysPage, asked?: number): number {
  const withTimes = days.filter(hasTimes);
  const found = withTimes.find(({ day }) => day >= (asked ?? 0)) ?? withTimes[0];
  if (!found) throw new Error('A page of days has something free on it.');
  return found.day;
}

const NOON = 720;

/** The times of a day in two: those that start before noon, and those from noon on. */
export function halvesOfDay(slots: readonly Slot[]): { morning: Slot[]; afternoon: Slot[] } {
  const isMorning = ({ start }: Slot) => wallClockAt(start).minute < NOON;
  return { morning: slots.filter(isMorning), afternoon: slots.filter((slot) => !isMorning(slot)) };
}
