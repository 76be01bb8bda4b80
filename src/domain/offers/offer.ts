import * as z from 'zod';
import { StartSchema } from '../booking/start.ts';
import type { Fault } from '../faults.ts';
import { FIELDS } from '../fields.ts';
import { aboutTheSameHour } from '../slots/nearest.ts';
import type { Slot } from '../slots/slot.ts';
import { textOf } from '../text.ts';
import { instantInWords } from '../time/instant-words.ts';
import { instantAt, wallClockAt } from '../time/london.ts';

/** How many times one email offers at most. */
export const MOST_TIMES = 6;

/** How many times stand first on the form, and how many of them are ticked to begin with. */
const SHORT_LIST = 6;
const SUGGESTED = 3;

/** More than a form of ours can hold ticked. */
const MOST_POSTED = 200;

/** Several buttons press the form: to see the email, to go back, to see other weeks, and to send. */
const STEPS = ['see', 'change', 'turn', 'send'] as const;
export type OfferStep = (typeof STEPS)[number];

/** Times to offer, as the desk's form posts them: their starts in milliseconds, each once, in order. */
export const OfferSchema = z.strictObject({
  start: z
    .array(StartSchema)
    .max(MOST_POSTED)
    .default([])
    .transform((starts) => [...new Set(starts)].sort((one, other) => one - other)),
  words: textOf(FIELDS.offerWords).optional(),
  step: z.enum(STEPS).default('see'),
  /** Where the call stood when the email was shown. */
  seen: StartSchema.optional(),
  once: z.string().max(64).optional(),
});

export type Offer = z.output<typeof OfferSchema>;

/** The hours about which times are offered for a call that has none yet, in minutes after midnight. */
const HOURS = [10 * 60, 14 * 60] as const;

/** One time of each of the nearest days, in the morning of one and the afternoon of the next. */
function byTurns(free: readonly Slot[], now: number): Slot[] {
  const { day } = wallClockAt(now);
  const [mornings = [], afternoons = []] = HOURS.map((minute) =>
    aboutTheSameHour(free, instantAt(day, minute), SHORT_LIST),
  );
  return mornings.map((morning, at) => (at % 2 === 0 ? morning : (afternoons[at] ?? morning)));
}

/**
 * The few times that stand first, the nearest first: about the hour of `call` on several days or, for one that is not
 * booked yet, in the morning and the afternoon by turns.
 */
export const shortList = (
  free: readonly Slot[],
  { call, now }: { call: number | undefined; now: number },
): Slot[] => (call === undefined ? byTurns(free, now) : aboutTheSameHour(free, call, SHORT_LIST));

/** The times that are ticked to begin with, in order: the first of those few. */
export const suggested = (few: readonly Slot[]): number[] =>
  few
    .slice(0, SUGGESTED)
    .map(({ start }) => start)
    .sort((one, other) => one - other);

const some = (starts: readonly number[], now: number) =>
  starts.map((start) => instantInWords(start, now)).join('; ');

/** What is wrong with the times ticked, given those that are free; nothing when they can be offered. */
export function offerFault(
  ticked: readonly number[],
  free: readonly Slot[],
  now: number,
): (Fault & { gone: boolean }) | undefined {
  const fault = (message: string, gone = false) => ({ field: 'start', message, gone });
  if (ticked.length === 0) return fault('Tick a time to offer.');
  if (ticked.length > MOST_TIMES) {
    return fault(`Tick ${MOST_TIMES} times at most: ${ticked.length} are ticked.`);
  }
  const starts = new Set(free.map(({ start }) => start));
  const gone = ticked.filter((start) => !starts.has(start));
  if (gone.length === 0) return undefined;
  return fault(
    `No longer free, and so not ticked any more: ${some(gone, now)}. Tick others, or continue with the rest.`,
    true,
  );
}
