import { instantAt, wallClockAt } from '../time/london.ts';

/** A call as far as reminding goes, in instants (milliseconds): when it starts, and when it was given that start. */
export interface Remindable {
  start: number;
  setAt: number;
}

const REMINDER_MINUTE = 9 * 60;

/** When to remind of a call that starts at `start`: 9am in London on the day before, whatever day that is. */
export const reminderAt = (start: number): number =>
  instantAt(wallClockAt(start).day - 1, REMINDER_MINUTE);

/**
 * Whether a reminder of a call is to go out now: from 9am on the day before, as long as the call has not
 * started, so that a late run still helps. What was booked or moved after that 9am is fresh in mind and
 * has none.
 */
export function isReminderDue({ start, setAt }: Remindable, now: number): boolean {
  const due = reminderAt(start);
  return setAt <= due && due <= now && now < start;
}
