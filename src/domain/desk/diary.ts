import { type Block, overlap } from '../blocks/block.ts';
import type { Conflict } from '../booking/conflicting-booking.ts';
import { type BankHolidays, type WhyClosed, whyClosed } from '../hours/closed-days.ts';
import type { LineTimes } from '../hours/line-rules.ts';
import type { DatedHours } from '../hours/narrowing.ts';
import type { Interval } from '../hours/openings.ts';
import { hoursOn } from '../hours/rules.ts';
import { withoutNotice } from '../slots/at-desk.ts';
import { availableSlots } from '../slots/available-slots.ts';
import type { AvailabilityInput, CallKind } from '../slots/slot.ts';
import { isoDate, weekdayOf } from '../time/day.ts';
import { instantAt, wallClockAt } from '../time/london.ts';

/** The widest hours the line ever has, in minutes after midnight: what a day of the diary is drawn over. */
const DRAWN = { from: 540, to: 1080 };

/** A call as the diary shows it. Instants are in milliseconds. */
export interface DiaryCall extends Interval {
  reference: string;
  kind: CallKind;
  name: string;
  phone: string;
  organisation?: string | undefined;
  /** Why it cannot take place, if it cannot. */
  because?: Conflict | undefined;
}

/** What a stretch of a day is: a call or more, blocked, closed, free to be booked at the desk, taken by calendars of the staff’s own, or none of these. */
export type DiaryState =
  | { kind: 'calls'; calls: readonly DiaryCall[]; alsoFree: boolean }
  | { kind: 'blocked'; block: Block }
  | { kind: 'closed' }
  | { kind: 'free' }
  | { kind: 'away' }
  | { kind: 'unfree' };

/** A stretch of a day that is one thing all through, in rows of the grid that calls start on. */
export interface DiaryStretch extends Interval {
  rows: number;
  state: DiaryState;
}

/** A weekday of the diary, drawn from 9am to 6pm. `day` is in days since 1 January 1970. */
export interface DiaryDay {
  day: number;
  /** Why the line does not open at all. */
  closed: WhyClosed | undefined;
  /** The hours that narrow those of the week on this day, and why. */
  dated: readonly DatedHours[];
  stretches: readonly DiaryStretch[];
}

/** Everything a week of the diary is drawn from: without notice, every kind of call is free at the same times. */
export interface DiaryInput extends Omit<AvailabilityInput, 'kind'> {
  line: LineTimes;
  bankHolidays: BankHolidays;
  blocks: readonly Block[];
  booked: readonly DiaryCall[];
}

/** The Monday of the week to show: that of the day asked for or, at a weekend, of the week to come. */
export const mondayToShow = (day: number): number => {
  const weekday = weekdayOf(day);
  return weekday > 4 ? day + 7 - weekday : day - weekday;
};

/** One row of a day: a step of the grid that calls start on. */
interface Row extends Interval {
  state: DiaryState;
  /** It goes on with what the row before it is. */
  goesOn: boolean;
}

const rowsOf = (day: number, every: number): Interval[] =>
  Array.from({ length: (DRAWN.to - DRAWN.from) / every }, (_, index) => ({
    start: instantAt(day, DRAWN.from + index * every),
    end: instantAt(day, DRAWN.from + (index + 1) * every),
  }));

/** What a row is, calls aside: free when a call can begin with it, whatever the rest of it is. */
function quietState(
  input: DiaryInput,
  row: Interval,
  { open, free }: { open: Interval | undefined; free: ReadonlySet<number> },
): DiaryState {
  if (free.has(row.start)) return { kind: 'free' };
  if (!open || row.start < open.start || row.end > open.end) return { kind: 'closed' };
  const block = input.blocks.find((each) => overlap(each, row));
  if (block) return { kind: 'blocked', block };
  return { kind: input.away.some((each) => overlap(each, row)) ? 'away' : 'unfree' };
}

const isSame = (one: DiaryState, other: DiaryState) =>
  one.kind === other.kind &&
  one.kind !== 'calls' &&
  (one.kind !== 'blocked' || other.kind !== 'blocked' || one.block.id === other.block.id);

/** Each row of a day, with the calls that begin in it; a call that began before goes on. */
function readRows(input: DiaryInput, day: number, free: ReadonlySet<number>): Row[] {
  const hours = hoursOn(input.rules, day);
  const open = hours && { start: instantAt(day, hours.opens), end: instantAt(day, hours.closes) };
  const rows: Row[] = [];
  for (const row of rowsOf(day, input.calls['every-minutes'])) {
    const here = input.booked.filter((call) => overlap(call, row));
    const begun = here.filter(({ start }) => start >= row.start);
    const last = rows.at(-1)?.state;
    const quiet = quietState(input, row, { open, free });
    if (begun.length > 0) {
      const state = { kind: 'calls', calls: begun, alsoFree: quiet.kind === 'free' } as const;
      rows.push({ ...row, state, goesOn: false });
    } else if (here.length > 0 && last?.kind === 'calls') {
      rows.push({ ...row, state: last, goesOn: true });
    } else rows.push({ ...row, state: quiet, goesOn: last !== undefined && isSame(last, quiet) });
  }
  return rows;
}

function joined(rows: readonly Row[]): DiaryStretch[] {
  const stretches: DiaryStretch[] = [];
  for (const { goesOn, ...row } of rows) {
    const last = stretches.at(-1);
    if (last && goesOn)
      stretches[stretches.length - 1] = { ...last, end: row.end, rows: last.rows + 1 };
    else stretches.push({ ...row, rows: 1 });
  }
  return stretches;
}

const datedOn = ({ datedHours }: LineTimes, day: number) => {
  const date = isoDate(day);
  return datedHours.filter(({ from, to }) => from <= date && date <= to);
};

/**
 * The weekdays of a week, each from 9am to 6pm without a gap: what is booked, blocked and closed, and what staff can
 * still book, by the very rules that let them.
 */
export function diaryWeek(input: DiaryInput, monday: number): DiaryDay[] {
  const diary = withoutNotice({ ...input, kind: 'callback' });
  const free = new Set(availableSlots(diary, { from: monday, days: 5 }).map(({ start }) => start));
  return Array.from({ length: 5 }, (_, index) => monday + index).map((day) => ({
    day,
    closed: whyClosed(input.line, input.bankHolidays, day),
    dated: datedOn(input.line, day),
    stretches: joined(
      readRows(
        { ...input, booked: input.booked.filter(({ start }) => wallClockAt(start).day === day) },
        day,
        free,
      ),
    ),
  }));
}
