import { clockInWords, weekdayName } from './words.ts';

const minuteOf = (hour: number, minute: number) => hour * 60 + minute;

/**
 * An instant by the clock of the machine this runs on, as the site writes times, "5am", with the day where it is not
 * London's: "5:30am Thu", "midnight, start of Thu". Undefined where a clock in London shows the same.
 *
 * `iso` is written as the site writes instants, "2026-12-01T10:00:00+00:00": with London's offset, so that it holds
 * what London's clock shows. No zone is looked up, which takes a telephone longer than to lay out the page.
 */
export function ownTime(iso: string): string | undefined {
  const here = new Date(iso);
  const london = new Date(`${iso.slice(0, 16)}Z`);
  const minute = minuteOf(here.getHours(), here.getMinutes());
  const day = here.getDay();
  if (day !== london.getUTCDay())
    return `${clockInWords(minute)}${minute ? '' : ', start of'} ${weekdayName((day + 6) % 7).slice(0, 3)}`;
  const isSame = minute === minuteOf(london.getUTCHours(), london.getUTCMinutes());
  return isSame ? undefined : clockInWords(minute);
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
