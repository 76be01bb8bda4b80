import { type Block, wholeDay } from '../blocks/block.ts';
import type { Line } from '../settings/line.ts';
import { dayOfDate, weekdayOf } from '../time/day.ts';
import { instantAt } from '../time/london.ts';
import type { BankHolidays } from './closed-days.ts';
import { type LineTimes, lineRules } from './line-rules.ts';
import type { Narrowing } from './narrowing.ts';
import type { LineRules } from './rules.ts';

/** When the line is open and calls are taken, and everything that says why not. */
export interface OpenTimes {
  line: LineTimes;
  bankHolidays: BankHolidays;
  rules: LineRules;
  blocks: readonly Block[];
}

/** Days since 1 January 1970, both included. */
export interface Days {
  first: number;
  last: number;
}

type BlockNarrowing = Extract<Narrowing, { kind: 'block' }>;

const isKind =
  <Kind extends Narrowing['kind']>(kind: Kind) =>
  (each: Narrowing): each is Extract<Narrowing, { kind: Kind }> =>
    each.kind === kind;

/** Each day of a block, as the time it takes. */
function daysOf({ id, from, to, hours, weekdays, why }: BlockNarrowing, { first, last }: Days) {
  const blocks: Block[] = [];
  const end = Math.min(dayOfDate(to), last);
  for (let day = Math.max(dayOfDate(from), first); day <= end; day += 1) {
    const weekday = weekdayOf(day);
    if (weekday > 4 || weekdays?.includes(weekday) === false) continue;
    const time = hours
      ? { start: instantAt(day, hours.opens), end: instantAt(day, hours.closes) }
      : wholeDay(day);
    blocks.push({ id, ...time, ...(why !== undefined && { why }) });
  }
  return blocks;
}

/** The time that blocks take from day `first` to day `last`, a stretch for each day of each, in order. */
const blocksOn = (narrowings: readonly Narrowing[], days: Days): Block[] =>
  narrowings
    .filter(isKind('block'))
    .flatMap((block) => daysOf(block, days))
    .sort((one, other) => one.start - other.start);

/**
 * The one rule of when the line is open, from the standing week, the bank holidays and what staff have set: whatever
 * offers, judges, shows or counts open time asks it. Blocks are laid out from day `first` to day `last`.
 */
export function openTimes(
  { hours, bankHolidays }: { hours: Line['hours']; bankHolidays: BankHolidays },
  narrowings: readonly Narrowing[],
  days: Days,
): OpenTimes {
  const line = {
    hours,
    closures: narrowings.filter(isKind('closure')),
    datedHours: narrowings.filter(isKind('dated hours')),
  };
  return {
    line,
    bankHolidays,
    rules: lineRules(line, Object.keys(bankHolidays)),
    blocks: blocksOn(narrowings, days),
  };
}
