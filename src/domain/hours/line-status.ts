import { weekdayOf } from '../time/day.ts';
import { clockInWords, dayInWords, weekdayName } from '../time/words.ts';
import type { WallClock } from '../time/zone.ts';

/** A stretch in which the line is open, in instants (milliseconds). */
export interface OpenHours {
  opens: number;
  closes: number;
}

/** Whether the line is open, and the instant until which that holds; `until` is missing when no opening is known. */
export interface LineStatus {
  open: boolean;
  until?: number;
}

/** Whether the line is open at an instant, and when that changes, from the stretches it is open, in order. */
export function lineStatus(hours: readonly OpenHours[], now: number): LineStatus {
  const next = hours.find(({ closes }) => now < closes);
  if (!next) return { open: false };
  const open = now >= next.opens;
  return { open, until: open ? next.closes : next.opens };
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
