import { counted } from '../count-words.ts';
import { dateOf, weekdayOf } from './day.ts';
import type { WallClock } from './zone.ts';

// Split at run time: the reader's browser loads these words too, and quotes are bytes.
const WEEKDAY_NAMES = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** The name of a day of the week counted from 0, Monday. */
export const weekdayName = (weekday: number) => WEEKDAY_NAMES[weekday] ?? '';

/**
 * A time of day as the site writes it: "9am", "11:30am", "6pm". Noon and midnight are "midday" and
 * "midnight" (GOV.UK style guide: 12am and 12pm are read both ways).
 */
export function clockInWords(minute: number): string {
  if (minute % 1440 === 0) return 'midnight';
  if (minute === 720) return 'midday';
  const past = minute % 60;
  const half = minute < 720 ? 'am' : 'pm';
  return `${Math.floor(minute / 60) % 12 || 12}${past ? `:${String(past).padStart(2, '0')}` : ''}${half}`;
}

/** A time of day as forms write it: "09:00", "13:45". */
export const isoClock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** A day as "Tuesday 24 November", with the year when it is not the year of `today`. */
export function dayInWords(day: number, today: number): string {
  const { year, month, date } = dateOf(day);
  const words = `${weekdayName(weekdayOf(day))} ${date} ${MONTH_NAMES[month - 1]}`;
  return year === dateOf(today).year ? words : `${words} ${year}`;
}

/** A day as a document is dated: "1 December 2026". */
export function dateInWords(day: number): string {
  const { year, month, date } = dateOf(day);
  return `${date} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** A moment of London's wall clock as "Tuesday 24 November, 11am". */
export const momentInWords = ({ day, minute }: WallClock, today: number) =>
  `${dayInWords(day, today)}, ${clockInWords(minute)}`;

/** A length in minutes as "30 minutes", "1 hour" or "1 hour 30 minutes". */
export function lengthInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return counted(rest, 'minute');
  return rest === 0
    ? counted(hours, 'hour')
    : `${counted(hours, 'hour')} ${counted(rest, 'minute')}`;
}
