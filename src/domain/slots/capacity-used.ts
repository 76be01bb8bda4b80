import type { BusyTime } from './slot.ts';

function bitsIn(mask: number): number {
  let bits = 0;
  for (let left = mask; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

/** Where the first of some sorted starts after an instant stands. */
function firstAfter(starts: readonly number[], instant: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * For each of some sorted starts, how many lines a booking holds at any time while a call there would be
 * busy (`busyFor` milliseconds from its start). Fewer than the calls taken at once means a line is free, and
 * stays true of bookings left on a higher line after staff take fewer calls at once. Bookings may come in
 * any order: finding each one's place among the starts is five times as fast as sorting a thousand.
 */
export function capacityUsed(
  starts: readonly number[],
  busyFor: number,
  bookings: readonly BusyTime[],
): Int32Array {
  const lines = new Int32Array(starts.length);
  for (const { line, start, end } of bookings) {
    let index = firstAfter(starts, start - busyFor);
    for (; index < starts.length && (starts[index] ?? 0) < end; index += 1) {
      lines[index] = (lines[index] ?? 0) | (1 << (line - 1));
    }
  }
  return lines.map(bitsIn);
}
