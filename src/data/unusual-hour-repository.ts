import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { HourCounted } from '#domain/limits/unusual-hour.ts';
import { type CallerRow, callerFromRow, PERSON, PERSON_COLUMNS } from './case-fragments.ts';
import type { Transaction } from './client.ts';
import {
  bookings,
  caseActs,
  cases,
  messages,
  personActs,
  unusualHours,
  withheldMail,
} from './schema.ts';

// Hours in which more came in than is usual, what came in them, and what undoing them writes.

/** An hour that staff were told of. */
export type UnusualHour = typeof unusualHours.$inferSelect;

/** That staff opened the case themselves. */
const BY_HAND = sql`EXISTS (SELECT FROM ${personActs} p WHERE p.case_id = c.id AND p.act = 'got in touch')`;

/**
 * How much came in after an instant, counted no further than what makes an hour unusual, and whether staff have been
 * told of the hour that `now` is in: then nothing is counted, since a flood must not make each post dearer.
 */
export async function countSince(
  tx: Transaction,
  { since, now, most }: { since: Date; now: Date; most: HourCounted },
) {
  const [row] = await tx.execute<{ cases: number; withheld: number; told: boolean }>(sql`
    WITH told AS (SELECT EXISTS (SELECT FROM ${unusualHours} WHERE until_at > ${now}) AS is_told)
    SELECT is_told AS told,
      (SELECT count(*)::int FROM (
        SELECT FROM ${cases} c
        WHERE NOT is_told AND c.created_at > ${since} AND c.quarantined_at IS NULL AND NOT ${BY_HAND}
        LIMIT ${most.cases}) found) AS cases,
      (SELECT count(*)::int FROM (
        SELECT FROM ${withheldMail} w WHERE NOT is_told AND w.at > ${since}
        LIMIT ${most.emailsWithheld}) found) AS withheld
    FROM told`);
  return {
    cases: row?.cases ?? 0,
    emailsWithheld: row?.withheld ?? 0,
    isTold: row?.told ?? false,
  };
}

/** Notes an unusual hour. */
export async function insertUnusualHour(
  tx: Transaction,
  hour: Pick<UnusualHour, 'fromAt' | 'untilAt' | 'noticedAt'>,
): Promise<void> {
  await tx.insert(unusualHours).values(hour);
}

/** The hours that began to be unusual after an instant, the newest first. */
export const unusualHoursAfter = (tx: Transaction, after: Date): Promise<UnusualHour[]> =>
  tx
    .select()
    .from(unusualHours)
    .where(gt(unusualHours.noticedAt, after))
    .orderBy(desc(unusualHours.noticedAt));

/** One hour, if it is kept. */
export async function findUnusualHour(
  tx: Transaction,
  id: number,
): Promise<UnusualHour | undefined> {
  const [hour] = await tx.select().from(unusualHours).where(eq(unusualHours.id, id));
  return hour;
}

/** Notes that staff undid an hour; false when it was noted before. */
export async function recordUndone(tx: Transaction, id: number, undoneAt: Date): Promise<boolean> {
  const noted = await tx
    .update(unusualHours)
    .set({ undoneAt })
    .where(and(eq(unusualHours.id, id), isNull(unusualHours.undoneAt)))
    .returning({ id: unusualHours.id });
  return noted.length > 0;
}

/** Deletes the hours noticed before an instant. */
export async function deleteUnusualHours(tx: Transaction, before: Date): Promise<void> {
  await tx.delete(unusualHours).where(lt(unusualHours.noticedAt, before));
}

/** One case that came in an unusual hour. Instants are in milliseconds. */
export interface CameIn {
  id: string;
  reference: string;
  name?: string | undefined;
  organisation?: string | undefined;
  at: number;
  /** How many calls in it hold a time. */
  calls: number;
  /** `quarantine`: it is there already; `seen to`: staff have done something about it; else it can be undone. */
  state: 'came in' | 'quarantine' | 'seen to';
}

/** The cases that came in from one instant up to another, but those staff opened, the oldest first. */
export async function cameInBetween(
  tx: Transaction,
  { from, to }: { from: Date; to: Date },
): Promise<CameIn[]> {
  type Row = CallerRow & { id: string; created_at: Date; calls: number; state: CameIn['state'] };
  const rows = await tx.execute<Row>(sql`
    SELECT ${PERSON_COLUMNS}, c.id, c.created_at,
      (SELECT count(*)::int FROM ${bookings} taken WHERE taken.case_id = c.id AND taken.during IS NOT NULL) AS calls,
      CASE WHEN c.quarantined_at IS NOT NULL THEN 'quarantine'
        WHEN EXISTS (SELECT FROM ${caseActs} a WHERE a.case_id = c.id) OR c.owner IS NOT NULL THEN 'seen to'
        ELSE 'came in' END AS state
    FROM ${cases} c ${PERSON}
    WHERE c.created_at >= ${from} AND c.created_at <= ${to} AND NOT ${BY_HAND}
    ORDER BY c.created_at, c.reference`);
  return rows.map(({ id, created_at, calls, state, ...row }) => {
    const { owner: _owner, ...caller } = callerFromRow(row);
    return { ...caller, id, at: created_at.getTime(), calls, state };
  });
}

/** Whether staff have done anything about a case, or one of them sees to it. */
export async function isSeenTo(tx: Transaction, caseId: string): Promise<boolean> {
  const [row] = await tx.execute<{ seen: boolean }>(sql`
    SELECT c.owner IS NOT NULL OR EXISTS (SELECT FROM ${caseActs} a WHERE a.case_id = c.id) AS seen
    FROM ${cases} c WHERE c.id = ${caseId}`);
  return row?.seen ?? false;
}

/**
 * Puts a case, and every call in it that holds a time, into quarantine: the times are free, and what has not been sent
 * about any of it never is.
 */
export async function writeIntoQuarantine(
  tx: Transaction,
  caseId: string,
  at: Date,
): Promise<void> {
  await tx.update(cases).set({ quarantinedAt: at }).where(eq(cases.id, caseId));
  await tx
    .update(bookings)
    .set({ line: null, during: null, quarantinedAt: at })
    .where(and(eq(bookings.caseId, caseId), sql`${bookings.during} IS NOT NULL`));
  await tx.execute(sql`
    DELETE FROM ${messages} WHERE case_id = ${caseId} AND next_attempt_at IS NOT NULL`);
}
