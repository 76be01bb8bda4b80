import type { Hours } from '../settings/line.ts';
import { weekdayOf } from '../time/day.ts';

/**
 * When the line opens, for the server and for the reader's browser alike. `week` is Monday to Friday
 * (weekends are never open); `closed` holds weekdays shut for bank holidays and closures, in days since
 * 1 January 1970; nothing is known to be open after `until`, the last day the bank holidays cover.
 */
export interface LineRules {
  week: readonly (Hours | undefined)[];
  closed: ReadonlySet<number>;
  until: number;
}

/** The hours of a day, in minutes after midnight; undefined when the line does not open that day. */
export const hoursOn = ({ week, closed, until }: LineRules, day: number): Hours | undefined =>
  day > until || closed.has(day) ? undefined : week[weekdayOf(day)];
