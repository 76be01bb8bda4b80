import type { Line } from '../settings/line.ts';
import { dayFromIso } from '../time/day.ts';
import type { Closure, DatedHours } from './narrowing.ts';
import type { LineRules } from './rules.ts';

/** The standing week, from the settings, and the days that staff have closed or narrowed at the desk. */
export interface LineTimes {
  hours: Line['hours'];
  closures: readonly Closure[];
  datedHours: readonly DatedHours[];
}

/** The rules were to be made of dates that are not dates, or of no bank holidays at all. */
export class LineRulesError extends Error {
  override name = 'LineRulesError';
}

/** The day of a date that is to be one. */
function dayOrThrow(date: string): number {
  const day = dayFromIso(date);
  if (day === undefined) throw new LineRulesError(`"${date}" is not a date, such as 2026-12-25.`);
  return day;
}

/** The first and last day of the years a sorted list of bank holidays covers. */
function span(bankHolidays: readonly string[]): { first: number; last: number } {
  const [first, last] = [bankHolidays.at(0), bankHolidays.at(-1)];
  if (first === undefined || last === undefined) {
    throw new LineRulesError('There are no bank holidays, so no day is known to be open.');
  }
  return {
    first: dayOrThrow(`${first.slice(0, 4)}-01-01`),
    last: dayOrThrow(`${last.slice(0, 4)}-12-31`),
  };
}

/** The hours of each weekday from Monday, undefined where staff have closed it. */
export const weekOf = ({ monday, tuesday, wednesday, thursday, friday }: Line['hours']) =>
  [monday, tuesday, wednesday, thursday, friday].map((day) => (day === 'closed' ? undefined : day));

/** The rules that the week, what staff have set and bank holidays (sorted `YYYY-MM-DD`) make together. */
export function lineRules(
  { hours, closures, datedHours }: LineTimes,
  bankHolidays: readonly string[],
): LineRules {
  const { first, last } = span(bankHolidays);
  const closed = new Set(bankHolidays.map(dayOrThrow));
  for (const { from, to } of closures) {
    const end = Math.min(dayOrThrow(to), last);
    for (let day = Math.max(dayOrThrow(from), first); day <= end; day += 1) closed.add(day);
  }
  const narrowed = datedHours.map(({ from, to, hours }) => ({
    from: dayOrThrow(from),
    to: dayOrThrow(to),
    hours,
  }));
  return { week: weekOf(hours), closed, narrowed, until: last };
}
