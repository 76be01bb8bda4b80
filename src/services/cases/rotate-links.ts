import type { Transaction } from '#data/client.ts';
import { replaceKeys } from '#data/link-key-repository.ts';
import type { App } from '../app.ts';
import { bookingKeyOf } from '../bookings/booking.ts';
import { bookingsOfCase } from '../bookings/booking-records.ts';
import { hashOf } from '../keys.ts';
import { type Case, keyOf } from './case.ts';

/** What is written of a thing with its key. */
const kept = ({ id, keyGeneration }: { id: string; keyGeneration: number }, key: string) => ({
  id,
  keyGeneration,
  keyHash: hashOf(key),
});

/** The same thing with its next key. */
export const nextKey = <Keyed extends { keyGeneration: number }>(keyed: Keyed): Keyed => ({
  ...keyed,
  keyGeneration: keyed.keyGeneration + 1,
});

/** Ends every link to a case and to its calls, in `tx`, for everyone who has one; returns the case with the key its link has from now on. */
export async function rotateCaseLink(app: App, tx: Transaction, found: Case): Promise<Case> {
  const rotated = nextKey(found);
  const calls = (await bookingsOfCase(tx, found.id)).map(nextKey);
  await replaceKeys(
    tx,
    kept(rotated, keyOf(app, rotated)),
    calls.map((booking) => kept(booking, bookingKeyOf(app, booking))),
  );
  return rotated;
}
