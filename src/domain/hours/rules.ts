import type { Hours } from '../settings/line.ts';
import { weekdayOf } from '../time/day.ts';

/** Hours that narrow those of the week from one day to another, both included, in days since 1 January 1970. */
interface NarrowedDays {
  from: number;
  to: number;
  hours: Hours;
}

/**
 * When the line opens. `week` is Monday to Friday (weekends are never open); `closed` holds the days shut for bank
 * holidays and closures, in days since 1 January 1970; nothing is known to be open after `until`, the last day the
 * bank holidays cover.
 */
export interface LineRules {
  week: readonly (Hours | undefined)[];
  closed: ReadonlySet<number>;
  narrowed: readonly NarrowedDays[];
  until: number;
}

/** The hours that are in all of these; undefined when none are. */
export function hoursShared(all: readonly Hours[]): Hours | undefined {
  const opens = Math.max(...all.map((hours) => hours.opens));
  const closes = Math.min(...all.map((hours) => hours.closes));
  return opens < closes ? { opens, closes } : undefined;
}

/** The hours of a day, in minutes after midnight; undefined when the line does not open that day. */
export function hoursOn(
  { week, closed, narrowed, until }: LineRules,
  day: number,
): Hours | undefined {
  const open = day > until || closed.has(day) ? undefined : week[weekdayOf(day)];
  if (!open || narrowed.length === 0) return open;
  const here = narrowed.filter(({ from, to }) => from <= day && day <= to);
  return hoursShared([open, ...here.map(({ hours }) => hours)]);
}
