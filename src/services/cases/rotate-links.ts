import type { Transaction } from '#data/client.ts';
import type { App } from '../app.ts';
import { bookingKeyOf } from '../bookings/booking.ts';
import { bookingsOfCase } from '../bookings/booking-records.ts';
import { hashOf } from '../keys.ts';
import { type Case, keyOf } from './case.ts';

/** What is written of a key: its generation, and the hash it is found by. */
const writeKey = (
  tx: Transaction,
  table: 'cases' | 'bookings',
  { id, keyGeneration }: { id: string; keyGeneration: number },
  key: string,
) =>
  tx.query(`UPDATE ${table} SET key_generation = $2, key_hash = $3 WHERE id = $1`, [
    id,
    keyGeneration,
    hashOf(key),
  ]);

/** The same thing with its next key. */
export const nextKey = <Keyed extends { keyGeneration: number }>(keyed: Keyed): Keyed => ({
  ...keyed,
  keyGeneration: keyed.keyGeneration + 1,
});

/** Ends every link to a case and to its calls, in `tx`, for everyone who has one; returns the case with the key its link has from now on. */
export async function rotateCaseLink(app: App, tx: Transaction, found: Case): Promise<Case> {
  const rekeyed = nextKey(found);
  await writeKey(tx, 'cases', rekeyed, keyOf(app, rekeyed));
  for (const booking of (await bookingsOfCase(tx, found.id)).map(nextKey)) {
    await writeKey(tx, 'bookings', booking, bookingKeyOf(app, booking));
  }
  return rekeyed;
}
