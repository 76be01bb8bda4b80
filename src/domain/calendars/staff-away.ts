import type { Interval } from '../hours/openings.ts';

/** How many people are on the staff list, and how many calls are taken at once. */
export interface Team {
  staff: number;
  callsAtOnce: number;
}

/** The same time as stretches that neither overlap nor touch, in order. */
function merged(stretches: readonly Interval[]): Interval[] {
  const sorted = stretches.filter(({ start, end }) => start < end);
  const whole: Interval[] = [];
  for (const { start, end } of sorted.sort((one, other) => one.start - other.start)) {
    const last = whole.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}

/**
 * When fewer of the staff are free than calls are taken at once, from the busy times of each who gave a calendar: merged
 * and in order. Everybody else is taken to be free, and so is whoever takes calls under an address that others share: the
 * staff list may be shorter than the calls taken at once.
 */
export function staffAway(
  busy: readonly (readonly Interval[])[],
  { staff, callsAtOnce }: Team,
): Interval[] {
  const tooMany = Math.max(staff, callsAtOnce) - callsAtOnce + 1;
  const changes = busy
    .flatMap(merged)
    .flatMap(({ start, end }) => [
      { at: start, by: 1 },
      { at: end, by: -1 },
    ])
    .sort((one, other) => one.at - other.at);
  const away: Interval[] = [];
  let busyNow = 0;
  for (const [index, { at, by }] of changes.entries()) {
    busyNow += by;
    const end = changes[index + 1]?.at;
    if (busyNow >= tooMany && end !== undefined) away.push({ start: at, end });
  }
  return merged(away);
}
