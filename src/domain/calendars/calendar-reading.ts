import { DAY, MINUTE } from '../time/day.ts';

/** When a calendar was given, last read, and last tried; instants in milliseconds. */
export interface Readings {
  readAt: number;
  triedAt: number;
  /** The last try came to nothing. */
  failing: boolean;
}

/** A reading that is older is not trusted to show times by: the calendar is read again. */
const STALE_MS = 15 * MINUTE;

/** A calendar that fails is not tried again sooner, however many people look at times: each try may take two seconds. */
const RETRY_MS = MINUTE;

/** How long the last reading of a calendar that fails stands. */
const STANDS_MS = DAY;

/** Whether a calendar is to be read again because times are asked for. */
export const isDue = ({ readAt, triedAt, failing }: Readings, now: number): boolean =>
  now - readAt > STALE_MS && !(failing && now - triedAt <= RETRY_MS);

/** Until when the last reading of a calendar stands. */
export const standsUntil = ({ readAt }: Pick<Readings, 'readAt'>): number => readAt + STANDS_MS;

/** Whether the last reading of a calendar still stands. */
export const stands = (readings: Pick<Readings, 'readAt'>, now: number): boolean =>
  now <= standsUntil(readings);

/** Why a calendar could not be read. */
export const CALENDAR_FAILURES = [
  'not reached',
  'private network',
  'refused',
  'too slow',
  'too big',
  'not a calendar',
  'too much',
  'address lost',
] as const;
export type CalendarFailure = (typeof CALENDAR_FAILURES)[number];

const WORDS: Readonly<Record<CalendarFailure, string>> = {
  'not reached': 'Its address cannot be reached.',
  'private network': 'Its address leads into a private network, where we do not look.',
  refused: 'Its address does not answer with a calendar any more.',
  'too slow': 'It takes longer than two seconds to answer.',
  'too big': 'It is too big to be read.',
  'not a calendar': 'What its address answers with is not a calendar.',
  'too much': 'Something in it repeats in a way that we cannot lay out.',
  'address lost':
    'Its address cannot be opened any more, because the secret of this site has changed.',
};

/** Why a calendar could not be read, in a sentence. */
export const calendarFailureInWords = (failure: CalendarFailure): string => WORDS[failure];
