import { type Block, overlap, spanInWords } from '../blocks/block.ts';
import {
  type BankHolidays,
  closedInWords,
  type WhyClosed,
  whyClosed,
} from '../hours/closed-days.ts';
import type { LineTimes } from '../hours/line-rules.ts';
import { hoursOn, type LineRules } from '../hours/rules.ts';
import type { Hours } from '../settings/line.ts';
import type { Slot } from '../slots/slot.ts';
import { wallClockAt } from '../time/london.ts';
import { clockInWords } from '../time/words.ts';

/** When nobody takes calls, and why. */
export interface TakenAway {
  line: LineTimes;
  bankHolidays: BankHolidays;
  rules: LineRules;
  blocks: readonly Block[];
}

/** Why a call cannot take place at the time it is booked for. */
export type Conflict =
  | { kind: 'closed'; closed: WhyClosed }
  | { kind: 'hours'; hours: Hours }
  | { kind: 'blocked'; block: Block }
  | { kind: 'unknown day' };

function outsideHours(hours: Hours, { start, end }: Slot): boolean {
  const [from, to] = [wallClockAt(start), wallClockAt(end)];
  return from.minute < hours.opens || to.minute > hours.closes || to.day !== from.day;
}

/**
 * Why a booked call lies in time that has been taken away since: its day is closed, its hours have been
 * narrowed, or staff have blocked some of it. Undefined when it can take place.
 */
export function conflictOf(
  { line, bankHolidays, rules, blocks }: TakenAway,
  call: Slot,
): Conflict | undefined {
  const { day } = wallClockAt(call.start);
  const closed = whyClosed(line, bankHolidays, day);
  if (closed) return { kind: 'closed', closed };
  const hours = hoursOn(rules, day);
  if (!hours) return { kind: 'unknown day' };
  if (outsideHours(hours, call)) return { kind: 'hours', hours };
  const block = blocks.find((each) => overlap(each, call));
  return block && { kind: 'blocked', block };
}

/** Calls, each with why it cannot take place, if it is not over and cannot. */
export const withConflicts = <Call extends Slot>(
  taken: TakenAway,
  calls: readonly Call[],
  now: number,
): (Call & { because: Conflict | undefined })[] =>
  calls.map((call) => ({
    ...call,
    because: call.end > now ? conflictOf(taken, call) : undefined,
  }));

const IN_WORDS: {
  [Kind in Conflict['kind']]: (conflict: Extract<Conflict, { kind: Kind }>) => string;
} = {
  closed: ({ closed }) => `The line is closed that day: ${closedInWords(closed)}.`,
  hours: ({ hours }) =>
    `The line is now open ${clockInWords(hours.opens)} to ${clockInWords(hours.closes)} that day.`,
  blocked: ({ block }) =>
    `Blocked ${spanInWords(block)}${block.why === undefined ? '' : `: ${block.why}`}.`,
  'unknown day': () => 'Bank holidays are not known as far ahead as this, so the line is closed.',
};

/** Why a call conflicts, in a sentence for staff. */
export const conflictInWords = (conflict: Conflict): string =>
  (IN_WORDS[conflict.kind] as (conflict: Conflict) => string)(conflict);
