import type { LineRules } from '../hours/rules.ts';
import { reminderAt } from '../hours/working-days.ts';

/** A call as far as reminding goes, in instants (milliseconds): when it starts, and when it was given that start. */
export interface Remindable {
  start: number;
  setAt: number;
}

/**
 * Whether a reminder of a call is to go out now: from 9am on the working day before, as long as the
 * call has not started, so that a late run still helps. What was booked or moved after that 9am is
 * fresh in mind and has none (service contract, section 1).
 */
export function isReminderDue(
  rules: LineRules,
  { start, setAt }: Remindable,
  now: number,
): boolean {
  const due = reminderAt(rules, start);
  return due !== undefined && setAt <= due && due <= now && now < start;
}
