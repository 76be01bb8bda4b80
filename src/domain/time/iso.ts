import { dayFromIso, isoDate, MINUTE } from './day.ts';
import { offsetAt, wallClockAt } from './london.ts';
import { KNOWN_YEARS } from './summers.ts';

const offsetInWords = (offset: number) => (offset === 60 ? '+01:00' : '+00:00');

/** An instant as `2026-07-24T11:00:00+01:00`: London's wall clock, to the second, and its offset. */
export function isoInstant(instant: number): string {
  const offset = offsetAt(instant);
  const wall = new Date(instant + offset * MINUTE).toISOString().slice(0, 19);
  return `${wall}${offsetInWords(offset)}`;
}

/** The London date of an instant, as `YYYY-MM-DD`. */
export const isoDateAt = (instant: number) => isoDate(wallClockAt(instant).day);

/** What a text said to be a start turned out to be; a message says how to fix it. */
export type StartRead =
  | { outcome: 'read'; at: number }
  | { outcome: 'malformed' | 'wrong-offset' | 'unknown-year'; message: string };

const SHAPE =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const MALFORMED = {
  outcome: 'malformed',
  message: 'Write the time with its date and offset, such as 2026-11-24T11:00:00+00:00',
} as const;

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4));
  return text.startsWith('-') ? -minutes : minutes;
}

const wrongOffset = (at: number) => {
  const season =
    offsetAt(at) === 60 ? 'in summer London is an hour ahead of UTC' : 'in winter London keeps UTC';
  return {
    outcome: 'wrong-offset',
    message: `The offset is not London’s on that date: ${season}. Write ${isoInstant(at)} if you mean that moment.`,
  } as const;
};

const unknownYear = {
  outcome: 'unknown-year',
  message: `Choose a date in the years ${KNOWN_YEARS.first} to ${KNOWN_YEARS.last}`,
} as const;

/**
 * Reads a start: an RFC 3339 date and time (seconds may be left out) carrying London's offset at that
 * instant; `Z` only in winter. `at` is in milliseconds. Times London's clocks skip have no offset that fits.
 */
export function readStart(text: string): StartRead {
  const [, date = '', hour, minute, second = '0', fraction = '', zone = ''] =
    SHAPE.exec(text) ?? [];
  const day = dayFromIso(date);
  if (day === undefined || zone === '-00:00') return MALFORMED;
  const year = Number(date.slice(0, 4));
  if (year < KNOWN_YEARS.first || year > KNOWN_YEARS.last) return unknownYear;
  const wall =
    Date.parse(`${date}T00:00Z`) +
    (Number(hour) * 60 + Number(minute)) * MINUTE +
    Number(second) * 1000 +
    Number(fraction.padEnd(3, '0'));
  const offset = offsetOf(zone);
  const at = wall - offset * MINUTE;
  return offsetAt(at) === offset ? { outcome: 'read', at } : wrongOffset(at);
}
