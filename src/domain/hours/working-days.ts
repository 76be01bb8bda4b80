import { instantAt, wallClockAt } from '../time/london.ts';
import { hoursOn, type LineRules } from './rules.ts';

/** Whether a day is a working day: one on which the line opens. */
const isWorkingDay = (rules: LineRules, day: number) => hoursOn(rules, day) !== undefined;

const DIGEST_MINUTE = 8 * 60;

/** When today's digest is due: 8am, if `now` falls on a working day in London; else undefined. */
export function digestAt(rules: LineRules, now: number): number | undefined {
  const { day } = wallClockAt(now);
  return isWorkingDay(rules, day) ? instantAt(day, DIGEST_MINUTE) : undefined;
}
