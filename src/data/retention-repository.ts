import { lt, sql } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { bookings, cases } from './schema.ts';

/** Deletes calls that have been in quarantine for so many days; returns the reference of each one’s case. */
export async function deleteCallsQuarantined(
  tx: Transaction,
  now: Date,
  days: number,
): Promise<string[]> {
  const longAgo = sql`${now}::timestamptz - make_interval(days => ${days})`;
  const gone = await tx
    .delete(bookings)
    .where(lt(bookings.quarantinedAt, longAgo))
    .returning({
      reference: sql<string>`(SELECT c.reference FROM ${cases} c WHERE c.id = ${bookings}.case_id)`,
    });
  return gone.map(({ reference }) => reference);
}
