import * as z from 'zod';
import { FIELDS } from '../fields.ts';
import { aboutTheSameHour, nearestSlots } from '../slots/nearest.ts';
import type { CallKind, Slot } from '../slots/slot.ts';
import { textOf } from '../text.ts';

/** How many times each person is offered, where there are as many. */
const TIMES_EACH = 3;

/** More calls than can conflict at once. */
const MOST_CALLS = 2_000;

/** The form that offers new times to everyone whose call cannot take place: whose, and what staff add. */
export const OfferAllSchema = z.strictObject({
  call: z.array(z.uuid()).max(MOST_CALLS).default([]),
  words: textOf(FIELDS.offerWords).optional(),
  step: z.enum(['see', 'change', 'send']).default('see'),
  /** What stood on the page: whose call, and which times. */
  seen: z
    .string()
    .max(200 * MOST_CALLS)
    .optional(),
  once: z.string().max(64).optional(),
});

export type OfferAll = z.output<typeof OfferAllSchema>;

/** A call as far as times are found for it. */
interface CallToSpread extends Slot {
  id: string;
  kind: CallKind;
}

/** One time of each of the nearest days, about the hour of `start`; where fewer days have any, more of theirs. */
function timesNear(slots: readonly Slot[], start: number, count: number): Slot[] {
  const days = aboutTheSameHour(slots, start, count);
  const others = slots.filter((slot) => !days.includes(slot));
  return [...days, ...nearestSlots(others, start, count - days.length)];
}

/**
 * The times each call is offered, in the order of the calls: those free on the days nearest to its own, about the same
 * hour, and none that another call is offered already while there are others, so that whoever chooses late still finds
 * theirs free.
 */
export function spreadTimes<Call extends CallToSpread>(
  calls: readonly Call[],
  free: Readonly<Record<CallKind, readonly Slot[]>>,
): { call: Call; slots: Slot[] }[] {
  const given = new Set<number>();
  return calls.map((call) => {
    const all = free[call.kind].filter(({ start }) => start !== call.start);
    const own = timesNear(
      all.filter(({ start }) => !given.has(start)),
      call.start,
      TIMES_EACH,
    );
    const shared = timesNear(
      all.filter(({ start }) => given.has(start)),
      call.start,
      TIMES_EACH - own.length,
    );
    const slots = [...own, ...shared].sort((one, other) => one.start - other.start);
    for (const { start } of own) given.add(start);
    return { call, slots };
  });
}
