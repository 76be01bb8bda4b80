import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import type { BankHolidays } from '#domain/hours/closed-days.ts';
import { dayFromIso, weekdayOf } from '#domain/time/day.ts';
import { cachedValue } from './build-cache.ts';

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

/** The weekdays a year is closed for, in one part of the United Kingdom: `YYYY-MM-DD`, and what each is called. */
type YearOf = (part: 'ENG' | 'WLS', year: number) => (readonly [date: string, name: string])[];

const isWeekday = (date: string) => {
  const day = dayFromIso(date);
  return day !== undefined && weekdayOf(day) < 5;
};

const require = createRequire(import.meta.url);

/** The library is loaded when it is asked: that takes longer than to build most of the site. */
const library = () => require('date-holidays') as typeof Holidays;

const libraryVersion = () => (require('date-holidays/package.json') as { version: string }).version;

const fromLibrary: YearOf = (part, year) =>
  new (library())('GB', part)
    .getHolidays(year)
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date, name }) => [date.slice(0, 10), name.replaceAll("'", '’')] as const)
    .filter(([date]) => isWeekday(date));

function ofYear(year: number, yearOf: YearOf): BankHolidays {
  const named = Object.fromEntries(yearOf('ENG', year));
  const dates = Object.keys(named).sort();
  const wales = [...new Set(yearOf('WLS', year).map(([date]) => date))].sort();
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
  return Object.fromEntries(dates.map((date) => [date, named[date] ?? 'Bank holiday']));
}

function ofYears(first: number, last: number, yearOf: YearOf): BankHolidays {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return Object.assign({}, ...years.map((year) => ofYear(year, yearOf))) as BankHolidays;
}

/**
 * The weekdays closed for bank holidays of England and Wales, substitute days included, in every year
 * from `first` to `last`: what each is called, by its date, in order. Throws BankHolidaysError when a year is empty or short.
 */
export function bankHolidays(
  { first, last }: { first: number; last: number },
  yearOf?: YearOf,
): BankHolidays {
  if (!(first <= last)) {
    throw new BankHolidaysError(
      `Bank holidays from ${first} to ${last}: there is no year to list. The first year must not come after the last.`,
    );
  }
  if (yearOf) return ofYears(first, last, yearOf);
  const from = ['date-holidays', libraryVersion(), first, last, fromLibrary, ofYear].join(' ');
  return cachedValue(from, () => ofYears(first, last, fromLibrary));
}
