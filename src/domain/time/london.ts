import { DAY, MINUTE } from './day.ts';
import { SUMMERS } from './summers.ts';
import type { WallClock } from './zone.ts';

const SUMMER_OFFSET = 60;

const bounds = SUMMERS.flatMap(([begins, ends]) => [Date.parse(begins), Date.parse(ends)]);

/** London's offset from UTC at an instant, in minutes: 60 in summer, 0 in winter. */
export function offsetAt(instant: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1 ? SUMMER_OFFSET : 0;
}

/** What a clock on a London wall shows at an instant. */
export function wallClockAt(instant: number): WallClock {
  const wall = instant + offsetAt(instant) * MINUTE;
  const day = Math.floor(wall / DAY);
  return { day, minute: Math.floor((wall - day * DAY) / MINUTE) };
}

/**
 * The instant a London clock shows `minute` past midnight on `day`. As RFC 5545 has it: the first of
 * the two when the clocks go back, and when they go forward the time read with the earlier offset.
 */
export function instantAt(day: number, minute: number): number {
  const utc = day * DAY + minute * MINUTE;
  const inSummer = utc - SUMMER_OFFSET * MINUTE;
  return offsetAt(inSummer) === SUMMER_OFFSET ? inSummer : utc;
}
