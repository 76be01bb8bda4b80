import { type CallToCome, callsToCome } from '#data/call-list-repository.ts';
import type { Transaction } from '#data/client.ts';
import { narrowingsFrom } from '#data/narrowing-repository.ts';
import { type Conflict, conflictOf, type TakenAway } from '#domain/booking/conflicting-booking.ts';
import { isoDate } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { openTimesFrom, readOpenTimes, todayOf } from './line-hours.ts';

/** A call to come that cannot take place when it is booked for, and why. */
export type ConflictingBooking = CallToCome & { because: Conflict };

/** When nobody takes calls from now on, and why. */
export const takenAway = (app: App, tx: Transaction = app.database): Promise<TakenAway> =>
  readOpenTimes(app, tx);

const conflictsWith = (taken: TakenAway, calls: readonly CallToCome[]): ConflictingBooking[] =>
  calls.flatMap((call) => {
    const because = conflictOf(taken, call);
    return because ? [{ ...call, because }] : [];
  });

/**
 * The calls to come that lie in time taken away since they were booked, in order: on a closed day,
 * outside narrowed hours, or blocked.
 */
export async function conflictingBookings(
  app: App,
  tx: Transaction = app.database,
): Promise<ConflictingBooking[]> {
  return conflictsWith(await takenAway(app, tx), await callsToCome(tx, app.now()));
}

/** The same, if one thing that staff have set were not. */
export async function conflictingWithout(
  app: App,
  tx: Transaction,
  narrowing: string,
): Promise<ConflictingBooking[]> {
  const set = await narrowingsFrom(tx, isoDate(todayOf(app)));
  const others = set.filter(({ id }) => id !== narrowing);
  return conflictsWith(openTimesFrom(app, others), await callsToCome(tx, app.now()));
}
