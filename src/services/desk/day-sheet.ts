import { comingUp } from '#data/attention-repository.ts';
import type { Block } from '#domain/blocks/block.ts';
import { overlap, wholeDay } from '#domain/blocks/block.ts';
import type { CallToday, ComingUp } from '#domain/desk/digest.ts';
import { type WhyClosed, whyClosed } from '#domain/hours/closed-days.ts';
import type { DatedHours } from '#domain/hours/narrowing.ts';
import { type Interval, openings } from '#domain/hours/openings.ts';
import { hoursOn } from '#domain/hours/rules.ts';
import { isoDate } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { readOpenTimes, todayOf } from '../availability/line-hours.ts';
import { callsOn } from '../bookings/calls-today.ts';

/** One London day, as whoever rings needs it on paper. */
export interface DaySheet {
  day: number;
  /** When it is open, in instants: the hours without what is blocked. Nothing where they are not known. */
  open: readonly Interval[] | undefined;
  closed: WhyClosed | undefined;
  dated: readonly DatedHours[];
  blocks: readonly Block[];
  calls: readonly (CallToday & { topic?: string | undefined })[];
  /** The cases that are to be looked at again on that day, while it lies ahead. */
  coming: readonly ComingUp[];
}

/** The cases that are to be looked at again on a day that lies ahead. */
async function comingOn(app: App, day: number): Promise<readonly ComingUp[]> {
  const today = todayOf(app);
  if (day <= today) return [];
  const all = await comingUp(app.database, app.now(), { today, last: day, staff: '' });
  return all.filter((one) => one.day === day);
}

/** A day as it is now: when the line is open, what is blocked, and every call in order. */
export async function readDaySheet(app: App, day: number): Promise<DaySheet> {
  const { line, bankHolidays, rules, blocks } = await readOpenTimes(app, app.database, day);
  const date = isoDate(day);
  const hours = hoursOn(rules, day);
  return {
    day,
    open: hours && openings(rules, { first: day, last: day }, blocks),
    closed: whyClosed(line, bankHolidays, day),
    dated: line.datedHours.filter(({ from, to }) => from <= date && date <= to),
    blocks: hours ? blocks.filter((block) => overlap(block, wholeDay(day))) : [],
    calls: await callsOn(app, app.database, day),
    coming: await comingOn(app, day),
  };
}
