import { instantAt, wallClockAt } from '../time/london.ts';
import { hoursOn, type LineRules } from './rules.ts';

const LONGEST_CLOSURE = 400;

/** Whether a day is a working day: one on which the line opens. */
const isWorkingDay = (rules: LineRules, day: number) => hoursOn(rules, day) !== undefined;

/** The last working day before `day`; undefined when the line did not open in the 400 days before. */
export function workingDayBefore(rules: LineRules, day: number): number | undefined {
  for (let before = day - 1; before >= day - LONGEST_CLOSURE; before -= 1) {
    if (isWorkingDay(rules, before)) return before;
  }
  return undefined;
}

const REMINDER_MINUTE = 9 * 60;
const DIGEST_MINUTE = 8 * 60;

/** When to remind somebody of a call: 9am on the working day before the London date it starts. */
export function reminderAt(rules: LineRules, start: number): number | undefined {
  const day = workingDayBefore(rules, wallClockAt(start).day);
  return day === undefined ? undefined : instantAt(day, REMINDER_MINUTE);
}

/** When today's digest is due: 8am, if `now` falls on a working day in London; else undefined. */
export function digestAt(rules: LineRules, now: number): number | undefined {
  const { day } = wallClockAt(now);
  return isWorkingDay(rules, day) ? instantAt(day, DIGEST_MINUTE) : undefined;
}
