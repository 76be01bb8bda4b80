import { conflictOf, type TakenAway } from '../booking/conflicting-booking.ts';
import type { Days } from '../hours/open-times.ts';
import { WIDEST_HOURS } from '../settings/line.ts';
import type { AvailabilityInput, Slot } from '../slots/slot.ts';
import { MINUTE } from '../time/day.ts';
import { callInWords } from '../time/instant-words.ts';
import { instantAt } from '../time/london.ts';

/** The times of an offer, as the timeline keeps them: a line for each. */
export const timesInWords = (slots: readonly Slot[], now: number): string =>
  slots.map((slot) => callInWords(slot, now)).join('\n');

/** How long a call is and how far apart calls begin, as the settings say it. */
type Lengths = Pick<AvailabilityInput['calls'], 'minutes' | 'every-minutes'>;

/** Every time at which a call could begin on some days, if the line were open. */
function everySlot({ first, last }: Days, { minutes, 'every-minutes': every }: Lengths): Slot[] {
  const { opens, closes } = WIDEST_HOURS;
  const starts = Array.from(
    { length: (closes - opens) / every },
    (_, index) => opens + index * every,
  );
  return Array.from({ length: last - first + 1 }, (_, ahead) => first + ahead).flatMap((day) =>
    starts.map((minute) => {
      const start = instantAt(day, minute);
      return { start, end: start + minutes * MINUTE };
    }),
  );
}

/** The times on some days, still to come, at which a call could take place as it is, and could not as it will be. */
export const takenFrom = (
  before: TakenAway,
  after: TakenAway,
  { days, calls, now }: { days: Days; calls: Lengths; now: number },
): Slot[] =>
  everySlot(days, calls).filter(
    (slot) => slot.start > now && !conflictOf(before, slot) && conflictOf(after, slot),
  );

/** Those of some times that an offer made at `at` names in its `words`. */
export function offeredAmong(
  slots: readonly Slot[],
  { words, at }: { words: string; at: number },
): Slot[] {
  const lines = new Set(words.split('\n'));
  return slots.filter((slot) => lines.has(callInWords(slot, at)));
}
