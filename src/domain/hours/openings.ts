import { MINUTE } from '../time/day.ts';
import { instantAt } from '../time/london.ts';
import { hoursOn, type LineRules } from './rules.ts';

/** A stretch of time in instants (milliseconds), up to but not including `end`. */
export interface Interval {
  start: number;
  end: number;
}

/** A stretch the line is open, and the instant its wall clock counts from: midnight of that day. */
export interface Opening extends Interval {
  day: number;
  midnight: number;
}

function openingOf(rules: LineRules, day: number): Opening | undefined {
  const hours = hoursOn(rules, day);
  if (!hours) return undefined;
  const start = instantAt(day, hours.opens);
  const end = instantAt(day, hours.closes);
  return { day, start, end, midnight: start - hours.opens * MINUTE };
}

/** What is left of an opening once blocks, sorted by start, are taken out of it. */
function withoutBlocks(opening: Opening, blocks: readonly Interval[]): Opening[] {
  const left: Opening[] = [];
  let start = opening.start;
  for (const block of blocks) {
    if (block.end <= start) continue;
    if (block.start >= opening.end) break;
    if (block.start > start) left.push({ ...opening, start, end: block.start });
    start = block.end;
  }
  if (start < opening.end) left.push({ ...opening, start });
  return left;
}

/** Each stretch open from day `first` to day `last`, in order, less what staff have blocked. */
export function openings(
  rules: LineRules,
  { first, last }: { first: number; last: number },
  blocks: readonly Interval[] = [],
): Opening[] {
  const sorted = blocks.toSorted((a, b) => a.start - b.start);
  const open: Opening[] = [];
  for (let day = first; day <= last; day += 1) {
    const opening = openingOf(rules, day);
    if (!opening) continue;
    if (sorted.length === 0) open.push(opening);
    else open.push(...withoutBlocks(opening, sorted));
  }
  return open;
}

/** The first stretch open from a day on, less what staff have blocked; undefined when none is known. */
export function nextOpening(
  rules: LineRules,
  first: number,
  blocks: readonly Interval[] = [],
): Opening | undefined {
  for (let day = first; day <= rules.until; day += 1) {
    const [opening] = openings(rules, { first: day, last: day }, blocks);
    if (opening) return opening;
  }
  return undefined;
}
