import { and, gte, isNotNull, lte, or, sql } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { messages } from './schema.ts';

/** The first message that waits because of a failure that begins so, and how many wait in all; undefined when none does. */
export async function firstWaitingBecause(
  tx: Transaction,
  beginning: string,
): Promise<{ failure: string; waiting: number } | undefined> {
  const { failure, nextAttemptAt, place } = messages;
  const [first] = await tx
    .select({
      failure: sql<string>`${failure}`,
      waiting: sql<number>`(SELECT count(*)::int FROM ${messages} m WHERE m.next_attempt_at IS NOT NULL)`,
    })
    .from(messages)
    .where(and(isNotNull(nextAttemptAt), sql`starts_with(${failure}, ${beginning})`))
    .orderBy(place)
    .limit(1);
  return first;
}

/** Whether a message still waits that was enqueued by `enqueuedBy`, and whether one was given up since `since`. */
export async function mailTroubles(
  tx: Transaction,
  { enqueuedBy, since }: { enqueuedBy: Date; since: Date },
): Promise<{ overdue: boolean; givenUp: boolean }> {
  const [found] = await tx
    .select({
      overdue: sql<boolean>`coalesce(bool_or(${and(isNotNull(messages.nextAttemptAt), lte(messages.createdAt, enqueuedBy))}), false)`,
      givenUp: sql<boolean>`coalesce(bool_or(${gte(messages.failedAt, since)}), false)`,
    })
    .from(messages)
    .where(or(isNotNull(messages.nextAttemptAt), gte(messages.failedAt, since)));
  return found ?? { overdue: false, givenUp: false };
}
