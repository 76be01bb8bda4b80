import { and, lt, type SQL, sql } from 'drizzle-orm';
import { AUDIT_MONTHS } from '#domain/settings/retention.ts';
import type { Transaction } from './client.ts';
import { isOpenComplaint } from './complaint-repository.ts';
import { onHoldSql } from './hold-repository.ts';
import {
  audit,
  bookings,
  cases,
  deliveryReports,
  deskLinks,
  messages,
  narrowings,
  submissions,
} from './schema.ts';

// What is found, or deleted, because its time is over. Months and days are counted by the database, as on a calendar.

type Due = { id: string };

/** More than one run can erase; the rest is found by the next. */
const MOST_CASES = 5_000;

/** Nothing erases a case by itself that is on hold, or is a complaint whose person has not been told the outcome. */
const mayGo = (caseId: SQL): SQL =>
  sql`NOT ${onHoldSql(caseId)} AND NOT ${isOpenComplaint(caseId)}`;

/** Whether nothing may erase a case by itself now. */
export async function isToStay(tx: Transaction, caseId: string): Promise<boolean> {
  const [row] = await tx.execute<{ stays: boolean }>(
    sql`SELECT NOT (${mayGo(sql`${caseId}::uuid`)}) AS stays`,
  );
  return row?.stays ?? false;
}

/** Cases nobody was in touch about for so many months, those of longest ago first. */
export const casesOutOfTouch = async (tx: Transaction, now: Date, months: number): Promise<Due[]> =>
  tx.execute<Due>(sql`
    SELECT id FROM ${cases}
    WHERE last_contact_at < ${now}::timestamptz - make_interval(months => ${months})
      AND ${mayGo(sql`${cases}.id`)}
    ORDER BY last_contact_at LIMIT ${MOST_CASES}`);

/** Cases that have been in quarantine for so many days, those of longest ago first. */
export const casesQuarantined = async (tx: Transaction, now: Date, days: number): Promise<Due[]> =>
  tx.execute<Due>(sql`
    SELECT id FROM ${cases}
    WHERE quarantined_at < ${now}::timestamptz - make_interval(days => ${days})
      AND ${mayGo(sql`${cases}.id`)}
    ORDER BY quarantined_at LIMIT ${MOST_CASES}`);

/** Deletes calls that have been in quarantine for so many days; returns the reference of each one’s case. */
export async function deleteCallsQuarantined(
  tx: Transaction,
  now: Date,
  days: number,
): Promise<string[]> {
  const longAgo = sql`${now}::timestamptz - make_interval(days => ${days})`;
  const gone = await tx
    .delete(bookings)
    .where(and(lt(bookings.quarantinedAt, longAgo), mayGo(sql`${bookings}.case_id`)))
    .returning({
      reference: sql<string>`(SELECT c.reference FROM ${cases} c WHERE c.id = ${bookings}.case_id)`,
    });
  return gone.map(({ reference }) => reference);
}

/** What one statement deletes at most: a table that has grown for years is not locked for long, nor a query cut off. */
const BATCH = 5_000;

/**
 * Deletes a batch of what is kept for a while only; says whether there may be more. Posts are recognised as repeats for
 * a day at most; then their fingerprints go. So do links to sign in, reports about mail that is not here, closures,
 * dated hours, blocks and mail that are long over, and lines of the audit after two years.
 */
export async function deleteWhatIsOver(tx: Transaction, now: Date, most = BATCH): Promise<boolean> {
  const dayAgo = sql`${now}::timestamptz - interval '1 day'`;
  const monthAgo = sql`${now}::timestamptz - interval '30 days'`;
  const over = [
    [submissions, sql`created_at < ${dayAgo}`],
    [
      deliveryReports,
      sql`received_at < ${dayAgo}
        AND NOT EXISTS (SELECT FROM ${messages} m WHERE m.provider_id = r.provider_id)`,
    ],
    [narrowings, sql`last_day < ((${monthAgo}) AT TIME ZONE 'Europe/London')::date`],
    [audit, sql`at < ${now}::timestamptz - make_interval(months => ${AUDIT_MONTHS})`],
    [deskLinks, sql`created_at < ${dayAgo}`],
    [messages, sql`case_id IS NULL AND coalesce(sent_at, failed_at) < ${monthAgo}`],
  ] as const;
  let more = false;
  for (const [table, isOver] of over) {
    const [gone] = await tx.execute<{ count: number }>(sql`
      WITH gone AS (
        DELETE FROM ${table} WHERE ctid IN (SELECT r.ctid FROM ${table} r WHERE ${isOver} LIMIT ${most}) RETURNING 1
      ) SELECT count(*)::int AS count FROM gone`);
    more ||= gone?.count === most;
  }
  return more;
}
