import { clockInWords } from './words.ts';
import { TIME_ZONE } from './zone.ts';

/** What a clock on a wall in a zone shows: the short name of the day, and minutes after midnight. */
function wallClockIn(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (instant: number) => {
    const [day, hour, minute] = format.format(instant).split(/\W+/);
    return { day, minute: Number(hour) * 60 + Number(minute) };
  };
}

/**
 * Gives, for an instant, the time in a zone as the site writes times, "5am", with the day where it is not London's:
 * "5:30am Thu", "midnight, start of Thu". Undefined where a clock in London shows the same.
 */
export function ownTimeIn(timeZone: string): (instant: number) => string | undefined {
  const here = wallClockIn(timeZone);
  const london = wallClockIn(TIME_ZONE);
  return (instant) => {
    const { day, minute } = here(instant);
    const theirs = london(instant);
    if (day !== theirs.day) return `${clockInWords(minute)}${minute ? '' : ', start of'} ${day}`;
    return minute === theirs.minute ? undefined : clockInWords(minute);
  };
}

// Browsers still call these by the names they had when their zones were named.
const RENAMED: Readonly<Record<string, string>> = {
  Calcutta: 'Kolkata',
  Kiev: 'Kyiv',
};

/** The place a zone is named after: "New York" of "America/New_York". */
export function placeOfZone(timeZone: string): string {
  const place = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return RENAMED[place] ?? place;
}
