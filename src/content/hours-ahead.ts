import { openTimes } from '#domain/hours/open-times.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { type DayAhead, daysAhead, toHorizon } from '#domain/slots/days-ahead.ts';
import { isoDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { bankHolidays, yearsToKnow } from './bank-holidays.ts';
import { readSettings } from './settings.ts';
import { settingsWarnings } from './settings-warnings.ts';

/** What the settings as they stand mean for the days that can be booked. */
export interface HoursAhead {
  /** The London day it is, in days since 1 January 1970. */
  today: number;
  days: readonly DayAhead[];
  /** The week's hours, as "Monday to Friday, 9am to 6pm". */
  week: string;
  /** What is perhaps not meant, a line each. */
  warnings: readonly string[];
}

/**
 * The days from `now` (milliseconds) to the last that can be booked, as the public would meet them if nothing were
 * booked, and nothing set at the desk, by the settings below `root`. Throws ContentError where those are wrong.
 */
export function hoursAhead(root: string, now: number): HoursAhead {
  const settings = readSettings(root);
  const { line, calls } = settings;
  const today = wallClockAt(now).day;
  const named = bankHolidays(yearsToKnow(Number(isoDate(today).slice(0, 4))));
  const ahead = toHorizon({ calls, now });
  const times = openTimes({ hours: line.hours, bankHolidays: named }, [], ahead);
  const days = daysAhead({ ...times, calls, now, bookings: [], away: [] });
  const week = hoursInWords(line.hours);
  return { today, days, week, warnings: settingsWarnings(settings) };
}
