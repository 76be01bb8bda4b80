import { lt, sql } from 'drizzle-orm';
import { AUDIT_MONTHS } from '#domain/settings/retention.ts';
import type { Transaction } from './client.ts';
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

/** Cases nobody was in touch about for so many months. */
export const casesOutOfTouch = async (tx: Transaction, now: Date, months: number): Promise<Due[]> =>
  tx.execute<Due>(sql`
    SELECT id FROM ${cases}
    WHERE last_contact_at < ${now}::timestamptz - make_interval(months => ${months})`);

/** Cases that have been in quarantine for so many days. */
export const casesQuarantined = async (tx: Transaction, now: Date, days: number): Promise<Due[]> =>
  tx.execute<Due>(sql`
    SELECT id FROM ${cases}
    WHERE quarantined_at < ${now}::timestamptz - make_interval(days => ${days})`);

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

/**
 * Deletes what is kept for a while only. Posts are recognised as repeats for a day at most; then their fingerprints
 * go. So do links to sign in, reports about mail that is not here, closures, dated hours, blocks and mail that are long
 * over, and lines of the audit after two years.
 */
export async function deleteWhatIsOver(tx: Transaction, now: Date): Promise<void> {
  const dayAgo = sql`${now}::timestamptz - interval '1 day'`;
  const monthAgo = sql`${now}::timestamptz - interval '30 days'`;
  await tx.execute(sql`DELETE FROM ${submissions} WHERE created_at < ${dayAgo}`);
  await tx.execute(sql`
    DELETE FROM ${deliveryReports} r WHERE received_at < ${dayAgo}
      AND NOT EXISTS (SELECT FROM ${messages} m WHERE m.provider_id = r.provider_id)`);
  await tx.execute(sql`
    DELETE FROM ${narrowings} WHERE last_day < ((${monthAgo}) AT TIME ZONE 'Europe/London')::date`);
  await tx.execute(
    sql`DELETE FROM ${audit} WHERE at < ${now}::timestamptz - make_interval(months => ${AUDIT_MONTHS})`,
  );
  await tx.execute(sql`DELETE FROM ${deskLinks} WHERE created_at < ${dayAgo}`);
  await tx.execute(sql`
    DELETE FROM ${messages} WHERE case_id IS NULL AND coalesce(sent_at, failed_at) < ${monthAgo}`);
}
