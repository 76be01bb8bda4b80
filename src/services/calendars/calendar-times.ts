import type ICAL from 'ical.js';
import { DAY, MINUTE } from '#domain/time/day.ts';
import { instantAt } from '#domain/time/london.ts';

/** The library that reads calendars, as it is loaded once one is to be read. */
export type Ical = typeof ICAL;

const wallOf = ({ year, month, day, hour, minute, second }: ICAL.Time) =>
  Date.UTC(year, month - 1, day, hour, minute, second);

/** The days from 1 January 1970 to the date of a time. */
export const dayOfTime = (time: ICAL.Time): number => Math.floor(wallOf(time) / DAY);

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** How a zone of the IANA database tells its offset; undefined for a name that is not in it. */
function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(zone)) return formats.get(zone);
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    format = undefined;
  }
  formats.set(zone, format);
  return format;
}

/** The offset from UTC at an instant, in milliseconds. */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name ?? '') ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/** A time on the wall of a zone by name, or of London where nobody knows the zone. */
function wallInstant(time: ICAL.Time, zone: string | undefined): number {
  const wall = wallOf(time);
  const format = zone === undefined ? undefined : formatOf(zone);
  if (!format) {
    const day = Math.floor(wall / DAY);
    const since = wall - day * DAY;
    return instantAt(day, Math.floor(since / MINUTE)) + (since % MINUTE);
  }
  const guess = wall - offsetAt(format, wall);
  return wall - offsetAt(format, guess);
}

/**
 * The instant of a time as its calendar means it. A date begins at midnight in London. A zone is what the calendar says
 * of it; failing that, the zone of its name; and a time that floats, or in a zone nobody knows, is London’s.
 */
export function instantOf(ical: Ical, time: ICAL.Time, property: ICAL.Property): number {
  if (time.isDate) return instantAt(dayOfTime(time), 0);
  if (time.zone !== ical.Timezone.localTimezone) return time.toUnixTime() * 1000;
  const zone = property.getParameter('tzid');
  return wallInstant(time, typeof zone === 'string' ? zone : undefined);
}
