import { wallClockAt } from './london.ts';
import { clockInWords, dayInWords, momentInWords } from './words.ts';

/** An instant as "Tuesday 24 November, 11am", in UK time, with the year when `now` is in another. */
export const instantInWords = (at: number, now: number) =>
  momentInWords(wallClockAt(at), wallClockAt(now).day);

/** A call as "Tuesday 24 November, 11am to 11:30am, UK time", with the year when `now` is in another. */
export function callInWords({ start, end }: { start: number; end: number }, now: number): string {
  const begins = wallClockAt(start);
  const day = dayInWords(begins.day, wallClockAt(now).day);
  return `${day}, ${clockInWords(begins.minute)} to ${clockInWords(wallClockAt(end).minute)}, UK time`;
}
