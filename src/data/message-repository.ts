import { and, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { MailKind } from '#domain/cases/mail-kinds.ts';
import type { Database, Transaction } from './client.ts';
import { cases, messages } from './schema.ts';

export type NewMessage = Pick<typeof messages.$inferInsert, 'caseId' | 'bookingId' | 'invite'> &
  Required<Pick<typeof messages.$inferSelect, 'id' | 'kind' | 'audience' | 'createdAt'>> & {
    payload: NonNullable<typeof messages.$inferSelect.payload>;
    nextAttemptAt: Date;
  };

/** Writes a message that waits to be sent. */
export async function insertMessage(tx: Transaction, message: NewMessage): Promise<void> {
  await tx.insert(messages).values(message);
}

/** A message taken up for one attempt; nobody else takes it up until its lease is over. */
export type LeasedMessage = NonNullable<Awaited<ReturnType<typeof leaseMessage>>>;

/** What a message that waits always has. */
const given = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('A message that waits has a payload and a first attempt.');
  return value;
};

/** What people wait for in front of a screen goes before everything else. */
const AWAITED: readonly MailKind[] = ['link to sign in', 'link again'];
const FIRST_ANSWERS: readonly MailKind[] = [
  'acknowledgement',
  'acknowledgement of a complaint',
  'confirmation of a call',
];

/** When the next message that waits is due, or was; undefined when none waits. */
export async function nextDue(database: Database): Promise<Date | undefined> {
  const { nextAttemptAt } = messages;
  const [next] = await database
    .select({ nextAttemptAt })
    .from(messages)
    .where(isNotNull(nextAttemptAt))
    .orderBy(nextAttemptAt)
    .limit(1);
  return next?.nextAttemptAt ?? undefined;
}

/**
 * Takes up a message that is due until `until`, those that people wait for first, then what has been due for longest;
 * undefined when none is due. Messages about
 * one call go to one mailbox in the order they were enqueued: while an earlier one waits, later ones are not due.
 */
export async function leaseMessage(database: Database, { now, until }: { now: Date; until: Date }) {
  const due = database.$with('due', { dueId: sql<string>`due_id`.as('due_id') }).as(sql`
    SELECT m.id AS due_id FROM ${messages} m WHERE m.next_attempt_at <= ${now} AND NOT EXISTS (
      SELECT FROM ${messages} earlier
      WHERE earlier.booking_id = m.booking_id AND earlier.next_attempt_at IS NOT NULL
        AND earlier.place < m.place AND earlier.payload ->> 'to' = m.payload ->> 'to')
    ORDER BY m.kind IN ${AWAITED} DESC, m.kind IN ${FIRST_ANSWERS} DESC, m.next_attempt_at, m.place
    LIMIT 1 FOR UPDATE OF m SKIP LOCKED`);
  const { id, kind, audience, caseId, payload, invite, attempts, failure, firstAttemptAt } =
    messages;
  const [message] = await database
    .with(due)
    .update(messages)
    .set({
      attempts: sql`${attempts} + 1`,
      nextAttemptAt: until,
      firstAttemptAt: sql`coalesce(${firstAttemptAt}, ${now})`,
    })
    .from(due)
    .where(eq(id, due.dueId))
    .returning({
      id,
      kind,
      audience,
      caseId,
      payload,
      invite,
      attempts,
      failure,
      firstAttemptAt,
      reference: sql<
        string | null
      >`(SELECT ${cases.reference} FROM ${cases} WHERE ${cases.id} = ${caseId})`,
    });
  return (
    message && {
      ...message,
      payload: given(message.payload),
      firstAttemptAt: given(message.firstAttemptAt),
    }
  );
}

/** A message that waits no longer, with nothing left of what it held. */
export const SCRUBBED = { payload: null, invite: null, nextAttemptAt: null };

/**
 * Notes that a message was taken by the mail service, and scrubs what it held. An id that the service gave before
 * is not noted again: reports about it belong to the first.
 */
export async function recordSent(
  database: Database,
  id: string,
  { sentAt, providerId }: { sentAt: Date; providerId: string },
): Promise<void> {
  const newProviderId = sql`CASE WHEN EXISTS (SELECT FROM ${messages} other WHERE other.provider_id = ${providerId})
    THEN NULL ELSE ${providerId} END`;
  await database
    .update(messages)
    .set({ ...SCRUBBED, sentAt, providerId: newProviderId, failedAt: null, failure: null })
    .where(eq(messages.id, id));
}

/** A message that still waits: not sent, given up or erased meanwhile. */
const stillWaiting = (id: string) => and(eq(messages.id, id), isNotNull(messages.nextAttemptAt));

/** Notes when a message that still waits is tried again, and why the last attempt came to nothing. */
export async function recordRetry(
  database: Database,
  id: string,
  { nextAttemptAt, failure }: { nextAttemptAt: Date; failure: string },
): Promise<void> {
  await database.update(messages).set({ nextAttemptAt, failure }).where(stillWaiting(id));
}

/**
 * Notes when a message is tried again that the mail service did not look at: the attempt does not count, and where it
 * was the first, its key is as good as new.
 */
export async function recordTurnedAway(
  database: Database,
  id: string,
  { nextAttemptAt, failure }: { nextAttemptAt: Date; failure: string },
): Promise<void> {
  const { attempts, firstAttemptAt } = messages;
  await database
    .update(messages)
    .set({
      nextAttemptAt,
      failure,
      attempts: sql`${attempts} - 1`,
      firstAttemptAt: sql`CASE WHEN ${attempts} > 1 THEN ${firstAttemptAt} END`,
    })
    .where(stillWaiting(id));
}

/** Gives a message up that still waits, and scrubs what it held; false when it no longer does. */
export async function recordGivenUp(
  tx: Transaction,
  id: string,
  { failedAt, failure }: { failedAt: Date; failure: string },
): Promise<boolean> {
  const givenUp = await tx
    .update(messages)
    .set({ ...SCRUBBED, failedAt, failure })
    .where(stillWaiting(id))
    .returning({ id: messages.id });
  return givenUp.length > 0;
}

/** Deletes messages; returns the ids of those that were there. */
export async function deleteMessages(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const gone = await tx
    .delete(messages)
    .where(inArray(messages.id, [...ids]))
    .returning({ id: messages.id });
  return gone.map(({ id }) => id);
}

/** Messages that wait though their case was erased, which are about a call and were enqueued by an instant. */
export async function findOutlivedMessages(tx: Transaction, enqueuedBy: Date) {
  return tx
    .select({ id: messages.id, kind: messages.kind })
    .from(messages)
    .where(
      and(
        isNull(messages.caseId),
        isNotNull(messages.bookingId),
        isNotNull(messages.nextAttemptAt),
        lte(messages.createdAt, enqueuedBy),
      ),
    );
}
