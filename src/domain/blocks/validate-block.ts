import type { Fault } from '../faults.ts';
import { type BankHolidays, closedInWords, whyClosed } from '../hours/closed-days.ts';
import type { Interval } from '../hours/openings.ts';
import { hoursOn, type LineRules } from '../hours/rules.ts';
import type { Hours, Line } from '../settings/line.ts';
import { instantAt, wallClockAt } from '../time/london.ts';
import { clockInWords, dayInWords } from '../time/words.ts';
import { type Block, overlap, spanInWords, wholeDay } from './block.ts';
import type { BlockRequest } from './block-form.ts';

/** What decides whether time can be blocked: when the line opens, and what is blocked already. */
export interface BlockWorld {
  line: Pick<Line, 'hours' | 'closures'>;
  bankHolidays: BankHolidays;
  rules: LineRules;
  /** The instant it is now, in milliseconds. */
  now: number;
  blocks: readonly Block[];
}

/** Time that can be blocked as it was asked for, or what to fix first. */
export type BlockValidated =
  | { outcome: 'fit'; stretch: Interval }
  | { outcome: 'unfit'; faults: readonly Fault[] };

/** How far ahead time can be blocked, in days: a later year is most often a slip. */
const MOST_AHEAD = 366;

const unfit = (field: string, message: string): BlockValidated => ({
  outcome: 'unfit',
  faults: [{ field, message }],
});

/** What the date alone has against a block. */
function refusedDate({ line, bankHolidays, now }: BlockWorld, day: number) {
  const today = wallClockAt(now).day;
  const name = dayInWords(day, today);
  if (day < today) return unfit('date', `${name} is over. Choose today or a later day.`);
  if (day > today + MOST_AHEAD) {
    const last = dayInWords(today + MOST_AHEAD, today);
    return unfit('date', `${name} is more than a year ahead. Choose a day up to ${last}.`);
  }
  const closed = whyClosed(line, bankHolidays, day);
  if (!closed) return undefined;
  return unfit(
    'date',
    `The line is closed on ${name} anyway (${closedInWords(closed)}), so no call can be booked then. Choose a day on which it opens.`,
  );
}

const BOTH = unfit(
  'much',
  'You chose the whole day and times as well. Choose part of the day, or take the times out.',
);

const missing = ({ from, to }: BlockRequest): Fault[] => [
  ...(from === undefined ? [{ field: 'from', message: 'Choose when the block begins.' }] : []),
  ...(to === undefined ? [{ field: 'to', message: 'Choose when the block ends.' }] : []),
];

/** What the hours of the day have against the times of a block. */
function refusedHours({ opens, closes }: Hours, from: number, to: number) {
  if (to <= from) {
    const begins = clockInWords(from);
    return unfit('to', `The block begins at ${begins}, so it must end later. Choose a later end.`);
  }
  const hours = `The line is open ${clockInWords(opens)} to ${clockInWords(closes)} that day.`;
  if (from < opens) return unfit('from', `${hours} Begin the block at ${clockInWords(opens)}.`);
  if (to > closes) return unfit('to', `${hours} End the block by ${clockInWords(closes)}.`);
  return undefined;
}

/** The time asked for, in instants; undefined while its times are missing. */
export function requestedInterval({
  date: day,
  much,
  from,
  to,
}: BlockRequest): Interval | undefined {
  if (much === 'day') return wholeDay(day);
  if (from === undefined || to === undefined) return undefined;
  return { start: instantAt(day, from), end: instantAt(day, to) };
}

/** What the times that were asked for have against them: too many, or not those of the day. */
function refusedTimes(hours: Hours, { much, from, to }: BlockRequest, { start, end }: Interval) {
  if (much === 'day') return from === undefined && to === undefined ? undefined : BOTH;
  return refusedHours(hours, wallClockAt(start).minute, wallClockAt(end).minute);
}

/** What is over already cannot be blocked: a whole day ends when the line closes. */
function refusedAsPast(now: number, hours: Hours, { date: day, much, to }: BlockRequest) {
  const minute = much === 'day' ? hours.closes : (to ?? hours.closes);
  if (instantAt(day, minute) > now) return undefined;
  return much === 'day'
    ? unfit('date', 'The line has closed for today. Choose a later day.')
    : unfit('to', `Today is past ${clockInWords(minute)}. Choose a later end, or another day.`);
}

function refusedAsBlocked(blocks: readonly Block[], stretch: Interval, much: BlockRequest['much']) {
  const before = blocks.find((block) => overlap(block, stretch));
  if (!before) return undefined;
  const why = before.why === undefined ? '' : ` (${before.why})`;
  return unfit(
    much === 'day' ? 'date' : 'from',
    `That day is blocked already, ${spanInWords(before)}${why}. ${much === 'day' ? 'Remove that block first' : 'Choose times outside it, or remove it first'}.`,
  );
}

/** Whether time can be blocked as staff ask; if not, what to fix, the first reason alone. */
export function validateBlock(world: BlockWorld, asked: BlockRequest): BlockValidated {
  const hours = hoursOn(world.rules, asked.date);
  const refused = refusedDate(world, asked.date);
  if (refused) return refused;
  if (!hours)
    return unfit('date', 'The hours of that day are not known yet. Choose an earlier one.');
  const stretch = requestedInterval(asked);
  if (!stretch) return { outcome: 'unfit', faults: missing(asked) };
  return (
    refusedTimes(hours, asked, stretch) ??
    refusedAsPast(world.now, hours, asked) ??
    refusedAsBlocked(world.blocks, stretch, asked.much) ?? { outcome: 'fit', stretch }
  );
}
