import { blocksFrom } from '#data/block-repository.ts';
import { type CallToCome, callsToCome } from '#data/call-list-repository.ts';
import type { Transaction } from '#data/client.ts';
import { overlap } from '#domain/blocks/block.ts';
import { type Conflict, conflictOf, type TakenAway } from '#domain/booking/conflicting-booking.ts';
import type { Interval } from '#domain/hours/openings.ts';
import type { App } from '../app.ts';
import { openingsOf } from './line-hours.ts';

/** A call to come that cannot take place when it is booked for, and why. */
export type ConflictingBooking = CallToCome & { because: Conflict };

/** When nobody takes calls from now on, and why. */
export async function takenAway(app: App, tx: Transaction = app.database): Promise<TakenAway> {
  return { ...openingsOf(app.site), blocks: await blocksFrom(tx, app.now().getTime()) };
}

/**
 * The calls to come that lie in time taken away since they were booked, in order: on a day closed in the
 * settings or by a bank holiday, outside narrowed hours, or blocked at the desk.
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

/** The calls to come that share time with a stretch, in order. */
export async function callsWithin(
  app: App,
  tx: Transaction,
  stretch: Interval,
): Promise<CallToCome[]> {
  const calls = await callsToCome(tx, app.now(), new Date(stretch.end));
  return calls.filter((call) => overlap(call, stretch));
}
