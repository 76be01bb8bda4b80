import { overlap } from '#domain/blocks/block.ts';
import { type Stranding, strandedBy } from '#domain/booking/stranded.ts';
import type { Stretch } from '#domain/hours/openings.ts';
import type { App } from '../app.ts';
import { blocksFrom } from '../blocks/record.ts';
import type { Transaction } from '../database.ts';
import { openingsOf } from '../line.ts';
import { type CallToCome, callsToCome } from './calls-to-come.ts';

/** A call to come that cannot take place when it is booked for, and why. */
export interface StrandedCall extends CallToCome {
  because: Stranding;
}

/**
 * The calls to come that lie in time taken away since they were booked, in order: on a day closed in the
 * settings or by a bank holiday, outside narrowed hours, or blocked at the desk.
 */
export async function strandedCalls(
  app: App,
  tx: Transaction = app.database,
): Promise<StrandedCall[]> {
  const blocks = await blocksFrom(tx, app.now().getTime());
  const world = { ...openingsOf(app.site), blocks };
  return (await callsToCome(app, tx)).flatMap((call) => {
    const because = strandedBy(world, call);
    return because ? [{ ...call, because }] : [];
  });
}

/** The calls to come that share time with a stretch, in order. */
export async function callsWithin(
  app: App,
  tx: Transaction,
  stretch: Stretch,
): Promise<CallToCome[]> {
  const calls = await callsToCome(app, tx, new Date(stretch.end));
  return calls.filter((call) => overlap(call, stretch));
}
