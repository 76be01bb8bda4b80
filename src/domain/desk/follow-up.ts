import type { Fault } from '../faults.ts';
import { closedInWords, type WhyClosed, whyClosed } from '../hours/closed-days.ts';
import type { OpenTimes } from '../hours/open-times.ts';
import { hoursOn, type LineRules } from '../hours/rules.ts';
import { MOST_AHEAD } from '../narrowings/validate-narrowing.ts';
import { wallClockAt } from '../time/london.ts';
import { dayInWords, weekdayName } from '../time/words.ts';
import { ACTS, type ActDone, type ActName, lastDecision } from './acts.ts';
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

/**
 * What is wrong with a follow-up date that staff gave, if anything: it must lie ahead, and no more than a year, because
 * a later year is most often a slip. `over` is what is said of one that does not lie ahead.
 */
export function followUpFault(
  followUp: number | undefined,
  now: number,
  over = 'Enter a follow-up date after today, or leave it empty.',
): Fault | undefined {
  if (followUp === undefined) return undefined;
  const today = wallClockAt(now).day;
  if (followUp <= today) return { field: 'followUp', message: over };
  const most = today + MOST_AHEAD;
  if (followUp <= most) return undefined;
  const message = `${dayInWords(followUp, today)} is more than a year ahead. Choose a day up to ${dayInWords(most, today)}.`;
  return { field: 'followUp', message };
}

/** A day on which the line is closed: why, and the next day on which it opens, if one is known. */
export interface ClosedDay {
  closed: WhyClosed;
  nextOpen: number | undefined;
}

type KnownTimes = Pick<OpenTimes, 'line' | 'bankHolidays' | 'rules'>;

/** What is so of a day on which the line is closed; undefined for one on which it opens. */
export function closedDay(
  { line, bankHolidays, rules }: KnownTimes,
  day: number,
): ClosedDay | undefined {
  const closed = whyClosed(line, bankHolidays, day);
  if (!closed) return undefined;
  let nextOpen = day + 1;
  while (nextOpen <= rules.until && hoursOn(rules, nextOpen) === undefined) nextOpen += 1;
  return { closed, nextOpen: nextOpen <= rules.until ? nextOpen : undefined };
}

/** Why the line is closed on a day, as it follows "The line is closed that day". */
function whyInWords(closed: WhyClosed): string {
  if (closed.kind === 'weekend') return ', as every weekend';
  if (closed.kind === 'closed weekday') return `, as every ${weekdayName(closed.weekday)}`;
  return `: ${closedInWords(closed).replace(/[.…]+$/, '')}`;
}

/** What staff are told of a date to look at a case again on which the line is closed, in sentences; nothing for another. */
export function closedDayInWords(times: KnownTimes, day: number, today: number): string {
  const found = closedDay(times, day);
  if (!found) return '';
  const { closed, nextOpen } = found;
  const next =
    nextOpen === undefined ? '' : ` The next open day is ${dayInWords(nextOpen, today)}.`;
  return `The line is closed that day${whyInWords(closed)}.${next} The case is on Today from that day all the same, until someone sees to it.`;
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

/** A date on which a case is to be looked at again, in days since 1 January 1970, and by which act of staff. */
export interface DateSet {
  day: number;
  actor: string;
  act: ActName;
  at: number;
}

/** Whether a date is what the usual rule gave an outcome, and nobody's promise: nothing is kept of it once another is noted. */
export const isUsual = (rules: LineRules, { day, act, at }: DateSet): boolean =>
  act === 'outcome' && day === usualFollowUp(rules, at);

/**
 * The date to look at a case again that is set and lies after `today`: what staff decided last gave it. It is set still
 * when its person got in touch since, though the case waits for us then.
 */
export function dateSet(acts: readonly ActDone[], today: number): DateSet | undefined {
  const last = lastDecision(acts);
  const day = last && 'followUp' in last ? last.followUp : undefined;
  return last && day !== undefined && day > today
    ? { day, actor: last.actor, act: last.act, at: last.at.getTime() }
    : undefined;
}

/** Who of the staff said last, by whatever act, when to look at a case again or that it has no date; who undoes an act says so too. */
export const dateSetter = (acts: readonly ActDone[]): string | undefined =>
  acts
    .filter(({ act }) => ACTS[act].decides !== 'nothing')
    .flatMap((done) => (done.undone ? [done, done.undone] : [done]))
    .sort((one, other) => +one.at - +other.at)
    .at(-1)?.actor;
