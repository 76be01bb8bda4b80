import { weekdayOf } from '../time/day.ts';
import { wallClockAt } from '../time/london.ts';
import type { Slot } from './slot.ts';

/** The free times of one London day, in order. `day` is in days since 1 January 1970. */
export interface SlotDay {
  day: number;
  slots: readonly Slot[];
}

/** A week from Monday to Sunday in which something is free, and its days on which something is. */
export interface SlotWeek {
  monday: number;
  days: readonly SlotDay[];
}

const mondayOf = (day: number) => day - weekdayOf(day);

/** Sorted times by week and by day; weeks and days with nothing free are left out. */
export function weeksOf(slots: readonly Slot[]): SlotWeek[] {
  const days = Map.groupBy(slots, ({ start }) => wallClockAt(start).day);
  const weeks = Map.groupBy(
    [...days].map(([day, ofDay]) => ({ day, slots: ofDay })),
    ({ day }) => mondayOf(day),
  );
  return [...weeks].map(([monday, ofWeek]) => ({ monday, days: ofWeek }));
}

/** A week to choose from, and the Mondays of the weeks on either side in which something is free. */
export interface WeekOfSlots {
  week: SlotWeek;
  earlier: number | undefined;
  later: number | undefined;
}

/**
 * The week a day lies in, or the next one with something free, or the last there is; the first when no
 * day is asked for. Undefined when nothing is free at all.
 */
export function chosenWeek(weeks: readonly SlotWeek[], from?: number): WeekOfSlots | undefined {
  const asked = weeks.findIndex(({ monday }) => monday + 6 >= (from ?? monday));
  const index = asked === -1 ? weeks.length - 1 : asked;
  const week = weeks[index];
  return week && { week, earlier: weeks[index - 1]?.monday, later: weeks[index + 1]?.monday };
}
