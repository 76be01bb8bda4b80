import { callsStartingIn } from '#data/call-list-repository.ts';
import type { Transaction } from '#data/client.ts';
import { conflictOf } from '#domain/booking/conflicting-booking.ts';
import type { CallToday } from '#domain/desk/digest.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { takenAway } from '../availability/conflicting-bookings.ts';

/** The calls of the London date it is now, in order, each with why it cannot take place if it cannot. */
export async function callsToday(app: App, tx: Transaction): Promise<CallToday[]> {
  const { day } = wallClockAt(app.now().getTime());
  const taken = await takenAway(app, tx);
  const calls = await callsStartingIn(tx, { start: instantAt(day, 0), end: instantAt(day + 1, 0) });
  return calls.map((call) => ({
    ...call,
    because: call.end > app.now().getTime() ? conflictOf(taken, call) : undefined,
  }));
}
