import { dateField } from '../date-field.ts';
import type { Fault } from '../faults.ts';
import { instantAt, wallClockAt } from '../time/london.ts';

/** How long ago a complaint that staff write down may have come, in days: an older date is a slip of the pen. */
export const LONGEST_AGO = 365;

/** The London day on which a complaint came, as a form of the desk posts it, read to days since 1 January 1970. */
export const ReceivedSchema = dateField('the date on which the complaint came');

/** What is wrong with the day on which a complaint is said to have come, if anything: it is today or in the past year. */
export function receivedFault(received: number, now: number): Fault | undefined {
  const today = wallClockAt(now).day;
  if (received > today) {
    return {
      field: 'received',
      message: 'Enter today’s date or an earlier one: it cannot have come yet',
    };
  }
  if (received < today - LONGEST_AGO) {
    return { field: 'received', message: 'Enter a date in the past year: check the year' };
  }
  return undefined;
}

/** A letter has no time of day. At midday a date is the same in UTC, in which exports give it. */
const MIDDAY = 720;

/** The instant at which a complaint of a London day is taken to have come: now if it is today, or else midday. */
export const receivedAtOf = (received: number, now: number): number =>
  received === wallClockAt(now).day ? now : instantAt(received, MIDDAY);
