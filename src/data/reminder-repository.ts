import { and, asc, eq, gt, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { MailKind } from '#domain/cases/mail-kinds.ts';
import type { Transaction } from './client.ts';
import { onHoldSql } from './hold-repository.ts';
import { bookings, messages } from './schema.ts';

/** What reminders are kept as. */
export const REMINDER = 'reminder of a call' satisfies MailKind;

const { id, caseId, startsAt, createdAt, movedAt, releasedAt, remindedFor } = bookings;

/** Calls that hold time, of whose start nobody was reminded: what holds time is neither cancelled nor in quarantine. Nobody is of a call whose case is on hold. */
const NOT_REMINDED = and(
  isNotNull(bookings.during),
  sql`${remindedFor} IS DISTINCT FROM ${startsAt}`,
  sql`NOT ${onHoldSql(sql`${caseId}`)}`,
);

/** Calls after `now` that somebody can be reminded of and was not, by start; `setAt` is when a call was given it. */
export async function callsNotReminded(tx: Transaction, now: Date) {
  const setAt = sql<Date>`greatest(${createdAt}, ${movedAt}, ${releasedAt})`;
  const rows = await tx
    .select({ id, caseId, startsAt, setAt })
    .from(bookings)
    .where(and(NOT_REMINDED, gt(startsAt, now), isNotNull(bookings.email)))
    .orderBy(asc(startsAt));
  return rows.map((row) => ({
    id: row.id,
    caseId: row.caseId,
    start: row.startsAt.getTime(),
    setAt: row.setAt.getTime(),
  }));
}

/** Marks a call as reminded of; false when it was already, or no longer takes place. */
export async function markReminded(tx: Transaction, bookingId: string): Promise<boolean> {
  const marked = await tx
    .update(bookings)
    .set({ remindedFor: sql`${startsAt}` })
    .where(and(eq(id, bookingId), NOT_REMINDED))
    .returning({ id });
  return marked.length > 0;
}

/** Takes back in `tx` reminders that wait, of calls a condition picks out: those calls count as not reminded of. */
const takeBack = (tx: Transaction, which: SQL) =>
  tx.execute(sql`
    WITH taken_back AS (
      DELETE FROM ${messages}
      WHERE ${which} AND kind = ${REMINDER} AND next_attempt_at IS NOT NULL
      RETURNING booking_id
    )
    UPDATE ${bookings} SET reminded_for = NULL FROM taken_back WHERE ${id} = taken_back.booking_id`);

/**
 * Takes back in `tx` a reminder of a call that has not gone out, because what it says is no longer so. The
 * call counts as not reminded of, so that it is, should its time be good again.
 */
export async function forgetReminders(tx: Transaction, bookingId: string): Promise<void> {
  await takeBack(tx, sql`booking_id = ${bookingId}`);
}

/** The same for every call of a case. */
export async function forgetRemindersOfCase(tx: Transaction, ofCase: string): Promise<void> {
  await takeBack(tx, sql`case_id = ${ofCase}`);
}
