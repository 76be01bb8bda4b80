import type { Limits } from '../settings/limits.ts';
import { MINUTE } from '../time/day.ts';

/** What came in within an hour: new cases that nobody of the staff opened, and emails that were not sent for lack of room. */
export interface HourCounted {
  cases: number;
  emailsWithheld: number;
}

/** Whether staff are to be told of an hour, by the numbers they set. */
export const isUnusual = (
  { cases, emailsWithheld }: HourCounted,
  limits: Limits['an-unusual-hour'],
): boolean => cases >= limits.cases || emailsWithheld >= limits['emails-withheld'];

/** How far back the count goes, in milliseconds. */
export const COUNTED_MS = 60 * MINUTE;

/**
 * The stretch of time that an unusual hour noticed at `now` stands for, in milliseconds: what was counted, and the hour
 * that follows, in which staff are not told again.
 */
export const stretchNoticedAt = (now: number): { from: number; until: number } => ({
  from: now - COUNTED_MS,
  until: now + COUNTED_MS,
});
