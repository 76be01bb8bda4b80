import { and, asc, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { SCRUBBED } from './message-repository.ts';
import {
  audit,
  bookings,
  cases,
  deskLinks,
  deskSessions,
  messages,
  passkeyChallenges,
  passkeys,
  staffCalendars,
} from './schema.ts';

// What was erased before a backup was restored, and what is put right in a database that was restored.

/** The audit’s words for an erasure: of a whole case, of a call in one, or of mail that waited. */
const ERASURES = String.raw`^((call|message) [0-9a-f-]{36} )?(withdrawn|erased|kept|quarantined)\y`;

/** One erasure, as the audit keeps it; mail that waited has no reference. */
export type Erasure = Pick<typeof audit.$inferSelect, 'at' | 'reference' | 'act'>;

/** What was erased since an instant, oldest first: references and acts, nothing about anybody. */
export async function erasuresSince(tx: Transaction, since: Date): Promise<Erasure[]> {
  const { id, at, reference, act } = audit;
  return tx
    .select({ at, reference, act })
    .from(audit)
    .where(and(gte(at, since), sql`${act} ~ ${ERASURES}`))
    .orderBy(asc(at), asc(id));
}

/** The cases with these references that are there again, in one order; anyone else who would change them waits until `tx` ends. */
export async function lockCasesBack(tx: Transaction, references: readonly string[]) {
  const { id, reference } = cases;
  return tx
    .select({ id, reference })
    .from(cases)
    .where(inArray(reference, [...references]))
    .orderBy(asc(id))
    .for('no key update');
}

/** The calls with these ids that are there again, by their cases. */
export async function findCallsBack(tx: Transaction, ids: readonly string[]) {
  const { id, caseId } = bookings;
  return tx
    .select({ id, caseId })
    .from(bookings)
    .where(inArray(id, [...ids]))
    .orderBy(asc(caseId));
}

/**
 * Gives up, and scrubs, every message that waits and was enqueued by an instant; returns how many. It may have
 * been sent before the backup was restored, and the mail service has forgotten its key.
 */
export async function giveUpEnqueuedBy(
  tx: Transaction,
  enqueuedBy: Date,
  failedAt: Date,
): Promise<number> {
  const givenUp = await tx
    .update(messages)
    .set({ ...SCRUBBED, failedAt, failure: 'owed in a backup that was restored' })
    .where(and(isNotNull(messages.nextAttemptAt), lte(messages.createdAt, enqueuedBy)))
    .returning({ id: messages.id });
  return givenUp.length;
}

/**
 * Deletes every link to sign in, session and passkey, since what had been ended or removed since would open the desk
 * again, and the calendars of staff, one of whom may have removed theirs since.
 */
export async function deleteAllAccess(tx: Transaction): Promise<void> {
  await tx.delete(deskLinks);
  await tx.delete(deskSessions);
  await tx.delete(passkeys);
  await tx.delete(passkeyChallenges);
  await tx.delete(staffCalendars);
}
