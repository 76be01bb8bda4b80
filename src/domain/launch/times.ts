import type { Line } from '../settings/line.ts';
import { dayFromIso } from '../time/day.ts';
import type { LaunchBlocker } from './launch-blocker.ts';

/** Six fixed days and two of Easter, each on a weekday once its substitute is counted. */
const LEAST_HOLIDAYS = 8;

const YEAR_DAYS = 365;

const NO_HOLIDAYS: LaunchBlocker = {
  group: 'times',
  what: 'Fewer than 8 bank holidays are known for the coming year.',
  fix: 'Compare with gov.uk/bank-holidays, and bring date-holidays in package.json up to date.',
  why: 'A bank holiday that is not known is offered to people as a time to be rung.',
};

const NEVER_OPEN: LaunchBlocker = {
  group: 'times',
  what: 'The line is closed on every day of the week.',
  fix: 'Give a day hours in content/settings/line.yaml.',
  why: 'No call can be booked, and every page says that nobody answers.',
};

/** What is wrong with the times people are offered, in the year from `today` (days since 1970). */
export function timeBlockers(
  { hours }: Pick<Line, 'hours'>,
  bankHolidays: readonly string[],
  today: number,
): LaunchBlocker[] {
  const coming = bankHolidays.filter((date) => {
    const days = (dayFromIso(date) ?? today) - today;
    return days > 0 && days <= YEAR_DAYS;
  });
  const neverOpen = Object.values(hours).every((day) => day === 'closed');
  return [
    ...(coming.length < LEAST_HOLIDAYS ? [NO_HOLIDAYS] : []),
    ...(neverOpen ? [NEVER_OPEN] : []),
  ];
}
