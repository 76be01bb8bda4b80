import { type CallToCome, callsToCome } from '#data/call-list-repository.ts';
import type { Transaction } from '#data/client.ts';
import { type Conflict, conflictOf, type TakenAway } from '#domain/booking/conflicting-booking.ts';
import type { App } from '../app.ts';
import { readOpenTimes } from './line-hours.ts';

/** A call to come that cannot take place when it is booked for, and why. */
export type ConflictingBooking = CallToCome & { because: Conflict };

/** When nobody takes calls from now on, and why. */
export const takenAway = (app: App, tx: Transaction = app.database): Promise<TakenAway> =>
  readOpenTimes(app, tx);

/**
 * The calls to come that lie in time taken away since they were booked, in order: on a closed day,
 * outside narrowed hours, or blocked.
 */
export async function conflictingBookings(
  app: App,
  tx: Transaction = app.database,
): Promise<ConflictingBooking[]> {
  const taken = await takenAway(app, tx);
  return (await callsToCome(tx, app.now())).flatMap((call) => {
    const because = conflictOf(taken, call);
    return because ? [{ ...call, because }] : [];
  });
}
