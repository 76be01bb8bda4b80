import Holidays from 'date-holidays';
import { dayFromIso, weekdayOf } from '#domain/time/day.ts';

/** The library gave a list of bank holidays that cannot be right. */
export class BankHolidaysError extends Error {
  override name = 'BankHolidaysError';
}

/**
 * Schedule 1 to the Banking and Financial Dealings Act 1971, the proclamation of each year, and the
 * two common-law holidays make eight a year, each on a weekday once its substitute is counted.
 */
const LEAST_A_YEAR = 8;

/** How far a build must know: the year before, for what is counted back, and fourteen to come. */
export const yearsToKnow = (thisYear: number) => ({ first: thisYear - 1, last: thisYear + 14 });

/** The weekdays a year is closed for, in one part of the United Kingdom, as `YYYY-MM-DD`. */
type YearOf = (part: 'ENG' | 'WLS', year: number) => string[];

const isWeekday = (date: string) => {
  const day = dayFromIso(date);
  return day !== undefined && weekdayOf(day) < 5;
};

const fromLibrary: YearOf = (part, year) =>
  new Holidays('GB', part)
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10))
    .filter(isWeekday);

function ofYear(year: number, yearOf: YearOf): string[] {
  const dates = [...new Set(yearOf('ENG', year))].sort();
  const wales = [...new Set(yearOf('WLS', year))].sort();
  if (dates.join() !== wales.join()) {
    throw new BankHolidaysError(
      `Bank holidays in ${year} differ between England (${dates.join(', ')}) and Wales (${wales.join(', ')}). Check both against gov.uk/bank-holidays, and the version of date-holidays in package.json.`,
    );
  }
  if (dates.length < LEAST_A_YEAR) {
    throw new BankHolidaysError(
      `Bank holidays in ${year}: received ${dates.length} (${dates.join(', ') || 'none'}), expected ${LEAST_A_YEAR} or more. Check the version of date-holidays in package.json.`,
    );
  }
  return dates;
}

/**
 * The weekdays closed for bank holidays of England and Wales, substitute days included, in every year
 * from `first` to `last`: sorted `YYYY-MM-DD`. Throws BankHolidaysError when a year is empty or short.
 */
export function bankHolidays(
  { first, last }: { first: number; last: number },
  yearOf: YearOf = fromLibrary,
): string[] {
  if (!(first <= last)) {
    throw new BankHolidaysError(
      `Bank holidays from ${first} to ${last}: there is no year to list. The first year must not come after the last.`,
    );
  }
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.flatMap((year) => ofYear(year, yearOf));
}
