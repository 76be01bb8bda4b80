import { sql } from 'drizzle-orm';
import { wallClockAt } from '#domain/time/london.ts';
import type { Transaction } from './client.ts';

/** Sets the locks of days apart from every other advisory lock. */
const DAYS = 1;

/**
 * Makes those who claim or block time on the same London days do so one after another, until `tx` ends.
 * Anyone who claims looks for blocks once it is their turn, and anyone who blocks then looks for calls, so that
 * no call slips into blocked time unseen. Between two who claim it only saves time: the constraint on the
 * table forbids the overlap, but PostgreSQL would find them waiting for each other, and end one after a
 * second (40P01).
 */
export async function lockDays(tx: Transaction, instants: readonly number[]): Promise<void> {
  const days = new Set(instants.map((instant) => wallClockAt(instant).day));
  for (const day of [...days].sort((one, other) => one - other)) {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${DAYS}, ${day})`);
  }
}

/** Makes those who ask for the same name go on one after another, until `tx` ends. */
export async function lockName(tx: Transaction, name: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
