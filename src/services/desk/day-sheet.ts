import type { Block } from '#domain/blocks/block.ts';
import { overlap, wholeDay } from '#domain/blocks/block.ts';
import type { CallToday } from '#domain/desk/digest.ts';
import { type WhyClosed, whyClosed } from '#domain/hours/closed-days.ts';
import type { DatedHours } from '#domain/hours/narrowing.ts';
import { hoursOn } from '#domain/hours/rules.ts';
import type { Hours } from '#domain/settings/line.ts';
import { isoDate } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { readOpenTimes } from '../availability/line-hours.ts';
import { callsOn } from '../bookings/calls-today.ts';

/** One London day, as whoever rings needs it on paper. */
export interface DaySheet {
  day: number;
  hours: Hours | undefined;
  closed: WhyClosed | undefined;
  dated: readonly DatedHours[];
  blocks: readonly Block[];
  calls: readonly (CallToday & { topic?: string | undefined })[];
}

/** A day as it is now: when the line is open, what is blocked, and every call in order. */
export async function readDaySheet(app: App, day: number): Promise<DaySheet> {
  const { line, bankHolidays, rules, blocks } = await readOpenTimes(app, app.database, day);
  const date = isoDate(day);
  const hours = hoursOn(rules, day);
  return {
    day,
    hours,
    closed: whyClosed(line, bankHolidays, day),
    dated: line.datedHours.filter(({ from, to }) => from <= date && date <= to),
    blocks: hours ? blocks.filter((block) => overlap(block, wholeDay(day))) : [],
    calls: await callsOn(app, app.database, day),
  };
}
