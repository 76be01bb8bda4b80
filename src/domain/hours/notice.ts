import { MINUTE } from '../time/day.ts';
import type { Interval } from './openings.ts';

/**
 * The first instant by which the line has been open for `minutes` since `now`, over stretches open in
 * order (service rule: notice is open minutes, under the current hours). Infinity when they never add up.
 */
export function earliestStart(open: readonly Interval[], now: number, minutes: number): number {
  let left = minutes * MINUTE;
  for (const stretch of open) {
    const from = Math.max(stretch.start, now);
    if (from >= stretch.end) continue;
    const here = stretch.end - from;
    if (here >= left) return from + left;
    left -= here;
  }
  return Number.POSITIVE_INFINITY;
}
