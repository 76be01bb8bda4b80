import { weekdayOf } from '../time/day.ts';
import { clockInWords, dayInWords, weekdayName } from '../time/words.ts';
import type { WallClock } from '../time/zone.ts';
import { hoursOn, type LineRules } from './rules.ts';

/** Whether the line is open, and until when that holds; `until` is missing when no opening is known. */
export interface LineStatus {
  open: boolean;
  until?: WallClock;
}

/** Whether the line is open at a moment of London's wall clock, and when that changes. */
export function lineStatus(rules: LineRules, now: WallClock): LineStatus {
  for (let day = now.day; day <= rules.until; day += 1) {
    const hours = hoursOn(rules, day);
    const minute = day === now.day ? now.minute : -1;
    if (!hours || minute >= hours.closes) continue;
    const open = minute >= hours.opens;
    return { open, until: { day, minute: open ? hours.closes : hours.opens } };
  }
  return { open: false };
}

function openingDay(day: number, today: number): string {
  const ahead = day - today;
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  return ahead < 7 ? weekdayName(weekdayOf(day)) : dayInWords(day, today);
}

/**
 * A status as "Open now, until 6pm" or "Closed now, opens Monday 9am": today and tomorrow by those
 * words, the five days after by name, later ones by date. Nothing is said when no opening is known.
 */
export function statusInWords({ open, until }: LineStatus, today: number): string {
  if (!until) return '';
  const clock = clockInWords(until.minute);
  return open
    ? `Open now, until ${clock}`
    : `Closed now, opens ${openingDay(until.day, today)} ${clock}`;
}
