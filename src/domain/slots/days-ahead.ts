import { type Block, overlap, wholeDay } from '../blocks/block.ts';
import { type BankHolidays, type WhyClosed, whyClosed } from '../hours/closed-days.ts';
import type { LineTimes } from '../hours/line-rules.ts';
import type { Days } from '../hours/open-times.ts';
import { type Interval, openings } from '../hours/openings.ts';
import { hoursOn } from '../hours/rules.ts';
import type { Hours } from '../settings/line.ts';
import { weekdayOf } from '../time/day.ts';
import { wallClockAt } from '../time/london.ts';
import { availableSlots } from './available-slots.ts';
import type { AvailabilityInput, CallKind } from './slot.ts';

/** One weekday to come as the public meets it, and why. */
export interface DayAhead {
  /** In days since 1 January 1970. */
  day: number;
  hours: Hours | undefined;
  closed: WhyClosed | undefined;
  blocks: readonly Block[];
  /** The stretches in which calls are taken: the hours of the day, without its blocks. */
  open: readonly Interval[];
  /** How many times are offered for each kind of call. */
  free: Readonly<Record<CallKind, number>>;
  /** How many calls are booked, those of today that are over included. */
  booked: number;
  /** Further ahead than the settings let anybody book. */
  beyond: boolean;
}

/** Everything that decides what the public sees; `blocks` say why. */
export interface Outlook extends Omit<AvailabilityInput, 'kind'> {
  line: LineTimes;
  bankHolidays: BankHolidays;
  blocks: readonly Block[];
}

const countByDay = (starts: readonly { start: number }[]) => {
  const counts = new Map<number, number>();
  for (const { start } of starts) {
    const { day } = wallClockAt(start);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
};

/** From today to the last day that can be booked. */
export function toHorizon({ calls, now }: Pick<Outlook, 'calls' | 'now'>): Days {
  const today = wallClockAt(now).day;
  return { first: today, last: today + calls['horizon-days'] };
}

/**
 * The weekdays of some days, up to the horizon unless it says otherwise, with what is offered on each by the very rules
 * that offer it.
 */
export function daysAhead(outlook: Outlook, days: Days = toHorizon(outlook)): DayAhead[] {
  const { line, bankHolidays, rules, calls, now, blocks, bookings } = outlook;
  const today = wallClockAt(now).day;
  const offered = (kind: CallKind) => countByDay(availableSlots({ ...outlook, kind }));
  const [callbacks, discoveryCalls] = [offered('callback'), offered('discovery-call')];
  const booked = countByDay(bookings);
  return Array.from({ length: days.last - days.first + 1 }, (_, index) => days.first + index)
    .filter((day) => weekdayOf(day) < 5)
    .map((day) => ({
      day,
      hours: hoursOn(rules, day),
      closed: whyClosed(line, bankHolidays, day),
      blocks: blocks
        .filter((block) => overlap(block, wholeDay(day)))
        .sort((one, other) => one.start - other.start),
      open: openings(rules, { first: day, last: day }, blocks),
      free: { callback: callbacks.get(day) ?? 0, 'discovery-call': discoveryCalls.get(day) ?? 0 },
      booked: booked.get(day) ?? 0,
      beyond: day > today + calls['horizon-days'],
    }));
}
