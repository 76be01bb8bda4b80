import { sql } from 'drizzle-orm';
import { wallClockAt } from '#domain/time/london.ts';
import type { Transaction } from './client.ts';

/** Sets the locks of days apart from every other advisory lock. */
const DAYS = 1;

/** The one lock of when the line is open. */
const OPEN_TIMES = sql`2, 0`;

/**
 * Keeps when the line is open as it is until `tx` ends: many may hold it so at once. Anyone who claims time looks at what
 * staff have set once they hold it, and anyone who sets something looks for calls once nobody does, so that no call
 * slips into closed time unseen.
 */
export async function holdOpenTimes(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock_shared(${OPEN_TIMES})`);
}

/** Waits until nobody relies on when the line is open, and lets nobody else change or rely on it until `tx` ends. */
export async function lockOpenTimes(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${OPEN_TIMES})`);
}

/**
 * Makes those who claim time on the same London days do so one after another, until `tx` ends. It only saves time: the
 * constraint on the table forbids the overlap, but PostgreSQL would find them waiting for each other, and end one after
 * a second (40P01).
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
