import type { Slot } from './slot.ts';

/** The slots nearest to a start, at most `count`, in order of time; of two as near, the earlier. */
export const nearestSlots = (slots: readonly Slot[], start: number, count = 6): Slot[] =>
  slots
    .toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start) || a.start - b.start)
    .slice(0, count)
    .sort((a, b) => a.start - b.start);
