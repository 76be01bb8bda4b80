import { weekdayOf } from '../time/day.ts';
import { clockInWords, dayInWords, weekdayName } from '../time/words.ts';
import type { WallClock } from '../time/zone.ts';

/** Whether the line is open, and the moment at which that changes; none when no opening is known. */
export interface LineStatus<Moment> {
  open: boolean;
  until?: Moment | undefined;
}

/** Whether the line is open, from the moments at which it opens and closes in turn, in order, and which of them are ahead. */
export function lineStatus<Moment>(
  moments: readonly Moment[],
  isAhead: (moment: Moment) => boolean,
): LineStatus<Moment> {
  const next = moments.findIndex(isAhead);
  return { open: next % 2 === 1, until: moments[next] };
}

function openingDay(day: number, today: number): string {
  const ahead = day - today;
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  return ahead < 7 ? weekdayName(weekdayOf(day)) : dayInWords(day, today);
}

/**
 * A status as "Open now, until 6pm" or "Closed now, opens Monday 9am": today and tomorrow by those
 * words, the five days after by name, later ones by date; "Closed now" when no opening is known. Moments are
 * London's wall clock.
 */
export function statusInWords(open: boolean, today: number, until?: WallClock): string {
  if (!until) return 'Closed now';
  const clock = clockInWords(until.minute);
  return open
    ? `Open now, until ${clock}`
    : `Closed now, opens ${openingDay(until.day, today)} ${clock}`;
}
