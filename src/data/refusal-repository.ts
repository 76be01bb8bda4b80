import { desc, gte, lt, sql } from 'drizzle-orm';
import type { RefusalKind } from '#domain/limits/refusal-kind.ts';
import type { Transaction } from './client.ts';
import { refusals } from './schema.ts';

/** So many refusals of one kind on one day, a date in London such as 2026-11-24. */
export interface RefusalCount {
  day: string;
  kind: RefusalKind;
  count: number;
}

/** Adds to the counts of days and kinds, in one statement. */
export async function addRefusals(tx: Transaction, counts: readonly RefusalCount[]): Promise<void> {
  if (counts.length === 0) return;
  await tx
    .insert(refusals)
    .values([...counts])
    .onConflictDoUpdate({
      target: [refusals.day, refusals.kind],
      set: { count: sql`${refusals.count} + excluded.count` },
    });
}

/** The counts from a day on, the newest day first. */
export const refusalsSince = (tx: Transaction, day: string): Promise<RefusalCount[]> =>
  tx.select().from(refusals).where(gte(refusals.day, day)).orderBy(desc(refusals.day));

/** Deletes the counts of days before one. */
export async function deleteRefusalsBefore(tx: Transaction, day: string): Promise<void> {
  await tx.delete(refusals).where(lt(refusals.day, day));
}
