import { eq, lt, max, sql } from 'drizzle-orm';
import type { MailKind } from '#domain/cases/mail-kinds.ts';
import type { NewCase } from '#domain/desk/digest.ts';
import { lockName } from './advisory-locks.ts';
import { type CallerRow, callerFromRow, PERSON, PERSON_COLUMNS } from './case-fragments.ts';
import type { Transaction } from './client.ts';
import { bookings, caseActs, cases, complaints, digests, messages } from './schema.ts';

/** What digests are kept as. */
export const DIGEST = 'digest' satisfies MailKind;

/** Anyone who writes a digest, and anyone who erases somebody it may name, wait for one another until `tx` ends. */
export async function lockDigests(tx: Transaction): Promise<void> {
  await lockName(tx, 'digest');
}

/** Takes a day (2026-11-24) for one run; false when another has it. Anyone who asks at once waits until `tx` ends. */
export async function takeDigestDay(tx: Transaction, day: string, madeAt: Date): Promise<boolean> {
  const taken = await tx
    .insert(digests)
    .values({ day, madeAt })
    .onConflictDoNothing({ target: digests.day })
    .returning({ day: digests.day });
  return taken.length > 0;
}

/** Gives a day back that had nothing to tell. */
export async function giveBackDigestDay(tx: Transaction, day: string): Promise<void> {
  await tx.delete(digests).where(eq(digests.day, day));
}

/** When the last digest before a day was made. */
export async function lastDigestBefore(tx: Transaction, day: string): Promise<Date | undefined> {
  const [last] = await tx
    .select({ madeAt: max(digests.madeAt) })
    .from(digests)
    .where(lt(digests.day, day));
  return last?.madeAt ?? undefined;
}

/** A digest that was taken back before the mail service took it. */
export interface TakenBack {
  /** The day it was of. */
  day: string;
  /** It was tried, so it may have arrived all the same. */
  tried: boolean;
}

/** Takes back a digest that has not gone out; undefined when there is none. */
export async function takeBackDigest(tx: Transaction): Promise<TakenBack | undefined> {
  const [takenBack] = await tx.execute<{ day: string | null; tried: boolean }>(sql`
    WITH taken_back AS (
      DELETE FROM ${messages} WHERE kind = ${DIGEST} AND next_attempt_at IS NOT NULL
      RETURNING created_at, first_attempt_at
    )
    SELECT min((created_at AT TIME ZONE 'Europe/London')::date) AS day,
      coalesce(bool_or(first_attempt_at IS NOT NULL), false) AS tried FROM taken_back`);
  return takenBack?.day == null ? undefined : { day: takenBack.day, tried: takenBack.tried };
}

/** Notes that the last digest was made afresh. */
export async function recordDigestMade(tx: Transaction, madeAt: Date): Promise<void> {
  await tx
    .update(digests)
    .set({ madeAt })
    .where(sql`${digests.day} = (SELECT max(day) FROM ${digests})`);
}

type CallRow = Pick<typeof bookings.$inferSelect, 'kind'> & {
  starts_at: Date;
  ends_at: Date;
  cancelled: boolean;
};

type NoCallRow = { kind: null };

const callOf = (row: CallRow | NoCallRow): NewCase['call'] =>
  row.kind === null
    ? undefined
    : {
        kind: row.kind,
        start: row.starts_at.getTime(),
        end: row.ends_at.getTime(),
        cancelled: row.cancelled,
      };

/** Joined to a case `c`: the call it asked for, the next of several; one that is cancelled last. */
const FIRST_CALL = sql`LEFT JOIN LATERAL (
    SELECT kind, starts_at, ends_at, cancelled_at FROM ${bookings} first
    WHERE first.case_id = c.id AND first.quarantined_at IS NULL
    ORDER BY cancelled_at IS NOT NULL, starts_at LIMIT 1
  ) asked ON true`;

/** Cases opened after `from`, and enquiries that joined one, up to `to`; by when they came. */
export async function newCases(
  tx: Transaction,
  { from, to }: { from: Date; to: Date },
): Promise<NewCase[]> {
  const rows = await tx.execute<
    CallerRow & { enquired: boolean; complained: boolean; by_hand: boolean } & (CallRow | NoCallRow)
  >(sql`
    SELECT ${PERSON_COLUMNS}, e.id IS NOT NULL AS enquired,
      EXISTS (SELECT FROM ${complaints} made WHERE made.case_id = c.id) AS complained,
      EXISTS (SELECT FROM ${caseActs} a WHERE a.case_id = c.id AND a.act = 'opened') AS by_hand,
      asked.kind, asked.starts_at, asked.ends_at, asked.cancelled_at IS NOT NULL AS cancelled
    FROM ${cases} c ${PERSON} ${FIRST_CALL}
    WHERE c.quarantined_at IS NULL AND (c.created_at > ${from} OR e.created_at > ${from})
      AND greatest(c.created_at, e.created_at) <= ${to}
    ORDER BY greatest(c.created_at, e.created_at), c.reference`);
  return rows.map((row) => ({
    ...callerFromRow(row),
    enquired: row.enquired,
    ...(row.complained && { complained: true }),
    byHand: row.by_hand,
    call: callOf(row),
  }));
}
