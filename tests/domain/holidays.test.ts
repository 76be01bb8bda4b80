import { describe, expect, it } from 'vitest';
import { BankHolidaysError, bankHolidays, yearsToKnow } from '#content/bank-holidays.ts';

const iso = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
const weekday = (date: string) => new Date(`${date}T00:00Z`).getUTCDay();
const plus = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return iso(year, Math.floor(n / 31), (n % 31) + 1);
}

function firstMonday(year: number, month: number): string {
  let date = iso(year, month, 1);
  while (weekday(date) !== 1) date = plus(date, 1);
  return date;
}

function lastMonday(year: number, month: number): string {
  let date = iso(year, month + 1, 0);
  while (weekday(date) !== 1) date = plus(date, -1);
  return date;
}

const isWeekend = (date: string) => [0, 6].includes(weekday(date));

/** Holidays on weekdays stay; each on a weekend moves to the next weekday that is not one already. */
function observed(...holidays: string[]): string[] {
  const days = holidays.filter((date) => !isWeekend(date));
  for (let day of holidays.filter(isWeekend)) {
    while (isWeekend(day) || days.includes(day)) day = plus(day, 1);
    days.push(day);
  }
  return days;
}

/** The law, written again: 1971 Act, schedule 1; New Year and early May by proclamation. */
const lawful = (year: number): string[] =>
  [
    ...observed(iso(year, 1, 1)),
    plus(easter(year), -2),
    plus(easter(year), 1),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...observed(iso(year, 12, 25), iso(year, 12, 26)),
  ].sort();

/** As published at gov.uk/bank-holidays. */
const PUBLISHED: Record<number, string[]> = {
  2026: [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    '2026-12-28',
  ],
  2027: [
    '2027-01-01',
    '2027-03-26',
    '2027-03-29',
    '2027-05-03',
    '2027-05-31',
    '2027-08-30',
    '2027-12-27',
    '2027-12-28',
  ],
  2028: [
    '2028-01-03',
    '2028-04-14',
    '2028-04-17',
    '2028-05-01',
    '2028-05-29',
    '2028-08-28',
    '2028-12-25',
    '2028-12-26',
  ],
};

const datesOf = (years: { first: number; last: number }) => Object.keys(bankHolidays(years));

const NEW_YEAR = ['2030-01-01', 'New Year’s Day'] as const;

describe('bank holidays of England and Wales', () => {
  it.each(Object.keys(PUBLISHED).map(Number))('are those published for %i', (year) => {
    expect(datesOf({ first: year, last: year })).toEqual(PUBLISHED[year]);
  });

  it.each(Array.from({ length: 15 }, (_, index) => 2026 + index))(
    'are those the law sets for %i',
    (year) => {
      expect(datesOf({ first: year, last: year })).toEqual(lawful(year));
    },
  );

  it('reach at least ten years past the year of the build, in order, none twice', () => {
    const years = yearsToKnow(2026);
    expect(years).toEqual({ first: 2025, last: 2040 });
    const dates = datesOf(years);
    expect(dates).toHaveLength(16 * 8);
    expect(dates).toEqual([...new Set(dates)].sort());
  });

  it('include a day proclaimed once, by its name', () => {
    const holidays = bankHolidays({ first: 2023, last: 2023 });
    expect(holidays['2023-05-08']).toBe('King Charles III’s Coronation');
  });

  it('say which day a substitute day stands for', () => {
    expect(bankHolidays({ first: 2027, last: 2027 })).toMatchObject({
      '2027-01-01': 'New Year’s Day',
      '2027-12-27': 'Christmas Day (substitute day)',
    });
  });
});

describe('a list that cannot be right', () => {
  it.each([
    ['an empty year', () => [], /in 2030: received 0 \(none\), expected 8/],
    ['a short year', () => [NEW_YEAR], /in 2030: received 1 \(2030-01-01\), expected 8/],
    [
      'a year that differs between England and Wales',
      (part: string) => (part === 'WLS' ? [['2030-03-01', 'A day'] as const] : [NEW_YEAR]),
      /in 2030 differ between England/,
    ],
  ])('fails the build for %s', (_, yearOf, message) => {
    const list = () => bankHolidays({ first: 2030, last: 2030 }, yearOf);
    expect(list).toThrow(BankHolidaysError);
    expect(list).toThrow(message);
  });

  it('fails the build when there are no years', () => {
    expect(() => bankHolidays({ first: 2031, last: 2030 })).toThrow(/no year to list/);
  });
});
