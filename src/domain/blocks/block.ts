import type { Interval } from '../hours/openings.ts';
import { instantAt, wallClockAt } from '../time/london.ts';
import { clockInWords } from '../time/words.ts';

/** Time on one London day in which staff take no calls, in instants (milliseconds). */
export interface Block extends Interval {
  id: string;
  why?: string | undefined;
}

/** All of a London day, from midnight to midnight, so that it stays blocked whatever its hours become. */
export const wholeDay = (day: number): Interval => ({
  start: instantAt(day, 0),
  end: instantAt(day + 1, 0),
});

const isWhole = ({ start, end }: Interval) => {
  const whole = wholeDay(wallClockAt(start).day);
  return whole.start === start && whole.end === end;
};

/** How much of its day a block takes: "all day", or "1pm to 3pm". */
export const spanInWords = (block: Interval): string =>
  isWhole(block)
    ? 'all day'
    : `${clockInWords(wallClockAt(block.start).minute)} to ${clockInWords(wallClockAt(block.end).minute)}`;

/** Whether two stretches share any time. */
export const overlap = (one: Interval, other: Interval): boolean =>
  one.start < other.end && other.start < one.end;
