import { wallClockAt } from '../time/london.ts';
import type { Slot } from './slot.ts';

/** The slots nearest to a start, at most `count`, in order of time; of two as near, the earlier. */
export const nearestSlots = (slots: readonly Slot[], start: number, count = 6): Slot[] =>
  slots
    .toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start) || a.start - b.start)
    .slice(0, count)
    .sort((a, b) => a.start - b.start);

/** One slot of each day, the nearest there is to the hour of a start, those of the nearest days first; at most `count`. */
export function aboutTheSameHour(slots: readonly Slot[], start: number, count: number): Slot[] {
  const near = wallClockAt(start);
  const off = (slot: Slot) => Math.abs(wallClockAt(slot.start).minute - near.minute);
  const away = ([day]: readonly [number, ...unknown[]]) => Math.abs(day - near.day);
  return [...Map.groupBy(slots, (slot) => wallClockAt(slot.start).day)]
    .sort((one, other) => away(one) - away(other) || one[0] - other[0])
    .slice(0, count)
    .flatMap(([, ofDay]) => ofDay.toSorted((one, other) => off(one) - off(other)).slice(0, 1));
}
