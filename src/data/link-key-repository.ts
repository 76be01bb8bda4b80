import { and, asc, eq, gt, isNotNull, or, type SQL } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { bookings, cases } from './schema.ts';

// What links are found by, as they are ended, and while the secret they are written with changes.

/** A table of things that links open. */
export type LinkTable = 'case' | 'booking';

const TABLES = { case: cases, booking: bookings } as const;

/** That a row is found by a hash: by the one it has now, or by that of before the secret changed. */
export const foundBy = (of: LinkTable, hash: Uint8Array): SQL | undefined =>
  or(eq(TABLES[of].keyHash, hash), eq(TABLES[of].keyHashBefore, hash));

/** Some rows after an id, in the order of ids, with what their keys are made from and found by. */
export function linkedAfter(tx: Transaction, of: LinkTable, after: string, most: number) {
  const { id, keyGeneration, keyHash } = TABLES[of];
  return tx
    .select({ id, keyGeneration, keyHash })
    .from(TABLES[of])
    .where(gt(id, after))
    .orderBy(asc(id))
    .limit(most);
}

/** Writes what a row is found by from now on, and keeps what it was found by; nothing where its link was ended meanwhile. */
export async function renewKeyHash(
  tx: Transaction,
  of: LinkTable,
  { id, before, hash }: { id: string; before: Uint8Array; hash: Uint8Array },
): Promise<void> {
  const table = TABLES[of];
  await tx
    .update(table)
    .set({ keyHash: hash, keyHashBefore: before })
    .where(and(eq(table.id, id), eq(table.keyHash, before)));
}

/** Forgets what rows were found by before the secret changed. */
export async function forgetHashesBefore(tx: Transaction): Promise<void> {
  for (const table of Object.values(TABLES)) {
    await tx.update(table).set({ keyHashBefore: null }).where(isNotNull(table.keyHashBefore));
  }
}

/** What is kept of the key to a case or a call: its generation, and the hash it is found by. */
interface KeptKey {
  id: string;
  keyGeneration: number;
  keyHash: Uint8Array;
}

/** Writes the next keys of a case and of its calls over those they had, which open nothing from now on. */
export async function replaceKeys(
  tx: Transaction,
  ofCase: KeptKey,
  ofCalls: readonly KeptKey[],
): Promise<void> {
  const { id, ...key } = ofCase;
  await tx
    .update(cases)
    .set({ ...key, keyHashBefore: null })
    .where(eq(cases.id, id));
  for (const { id, ...key } of ofCalls) {
    await tx
      .update(bookings)
      .set({ ...key, keyHashBefore: null })
      .where(eq(bookings.id, id));
  }
}
