import { callsStartingIn } from '#data/call-list-repository.ts';
import type { Transaction } from '#data/client.ts';
import { withConflicts } from '#domain/booking/conflicting-booking.ts';
import type { CallToday } from '#domain/desk/digest.ts';
import { workingDaysAfter } from '#domain/desk/follow-up.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { takenAway } from '../availability/conflicting-bookings.ts';
import { readOpenTimes } from '../availability/line-hours.ts';

/** The calls of a London day, in order, each with why it cannot take place if it cannot. */
export async function callsOn(app: App, tx: Transaction, day: number) {
  const taken = await takenAway(app, tx);
  const calls = await callsStartingIn(tx, { start: instantAt(day, 0), end: instantAt(day + 1, 0) });
  return withConflicts(taken, calls, app.now().getTime());
}

/** The calls of the London date it is now. */
export const callsToday = (app: App, tx: Transaction): Promise<CallToday[]> =>
  callsOn(app, tx, wallClockAt(app.now().getTime()).day);

/** The next day after today on which the line opens, in days since 1 January 1970, and its calls. */
export async function callsNextDay(app: App, tx: Transaction) {
  const { rules } = await readOpenTimes(app, tx);
  const day = workingDaysAfter(rules, app.now().getTime(), 1);
  return { day, calls: await callsOn(app, tx, day) };
}
