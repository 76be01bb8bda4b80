import type { Fault } from '../faults.ts';
import { hoursOn, type LineRules } from '../hours/rules.ts';
import { wallClockAt } from '../time/london.ts';
import { type ActDone, lastDecision } from './acts.ts';
import { FOLLOW_UP_WORKING_DAYS, OUTCOMES, type Outcome } from './outcomes.ts';

/** No closure is looked past that is longer than this, in days. */
const LONGEST_CLOSURE = 400;

/** The day that is `count` working days after the London date of `now`; days on which the line never opens do not count. */
export function workingDaysAfter(rules: LineRules, now: number, count: number): number {
  let { day } = wallClockAt(now);
  let left = count;
  for (let looked = 0; left > 0 && looked < LONGEST_CLOSURE; looked += 1) {
    day += 1;
    if (hoursOn(rules, day) !== undefined) left -= 1;
  }
  return day;
}

/** The day on which a case is looked at again unless staff give another. */
export const usualFollowUp = (rules: LineRules, now: number): number =>
  workingDaysAfter(rules, now, FOLLOW_UP_WORKING_DAYS);

/** What is wrong with a follow-up date that staff gave, if anything: it must lie ahead; `needed` where it cannot be left empty. */
export function followUpFault(
  followUp: number | undefined,
  now: number,
  needed = false,
): Fault | undefined {
  if (followUp === undefined || followUp > wallClockAt(now).day) return undefined;
  const message = `Enter a follow-up date after today${needed ? '' : ', or leave it empty'}.`;
  return { field: 'followUp', message };
}

/**
 * The day on which a case is looked at again after an outcome, in days since 1 January 1970: the one that
 * staff gave, whatever the outcome, or else three working days on after one that leaves it resting.
 */
export function followUpDay(
  rules: LineRules,
  now: number,
  { outcome, followUp }: { outcome: Outcome; followUp?: number | undefined },
): number | undefined {
  if (followUp !== undefined || OUTCOMES[outcome].leaves !== 'resting') return followUp;
  return usualFollowUp(rules, now);
}

/** A date on which a case is to be looked at again, in days since 1 January 1970, and the address of who set it. */
export interface DateSet {
  day: number;
  actor: string;
}

/**
 * The date to look at a case again that is set and lies after `today`: what staff decided last gave it. It is set still
 * when its person got in touch since, though the case waits for us then.
 */
export function dateSet(acts: readonly ActDone[], today: number): DateSet | undefined {
  const last = lastDecision(acts);
  const day = last && 'followUp' in last ? last.followUp : undefined;
  return last && day !== undefined && day > today ? { day, actor: last.actor } : undefined;
}
