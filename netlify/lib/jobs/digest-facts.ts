import type { CallToday, Digest } from '#domain/emails/digest.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import type { Transaction } from '../database.ts';
import {
  type CallerRow,
  callerOf,
  newCases,
  type Since,
  undeliveredMessages,
  WAITING_DAYS,
  waitingEnquiries,
} from './digest-cases.ts';

/**
 * What was being written while the last digest was made could not be seen yet, so its last minute is
 * looked at again: better told twice than never.
 */
const OVERLAP_MS = MINUTE;

interface CallRow extends CallerRow {
  kind: CallKind;
  starts_at: Date;
  ends_at: Date;
  phone: string;
}

/** The calls of the London date it is. */
async function callsToday(tx: Transaction, now: number): Promise<CallToday[]> {
  const { day } = wallClockAt(now);
  const rows = await tx.query<CallRow>(
    `SELECT c.reference, b.name, b.organisation, b.phone, b.kind, b.starts_at, b.ends_at
     FROM bookings b JOIN cases c ON c.id = b.case_id
     WHERE b.during IS NOT NULL AND b.starts_at >= $1 AND b.starts_at < $2
     ORDER BY b.starts_at, b.line`,
    [new Date(instantAt(day, 0)), new Date(instantAt(day + 1, 0))],
  );
  return rows.map((row) => ({
    ...callerOf(row),
    kind: row.kind,
    phone: row.phone,
    start: row.starts_at.getTime(),
    end: row.ends_at.getTime(),
  }));
}

/** A post in quarantine is a case of its own, or a call in somebody's case. */
async function quarantined(tx: Transaction, { from, to }: Since) {
  const rows = await tx.query<{ reference: string; fresh: boolean }>(
    `SELECT c.reference, max(quarantine.at) > $1 AS fresh FROM (
       SELECT id AS case_id, quarantined_at AS at FROM cases WHERE quarantined_at <= $2
       UNION ALL
       SELECT case_id, quarantined_at FROM bookings WHERE quarantined_at <= $2
     ) quarantine JOIN cases c ON c.id = quarantine.case_id
     GROUP BY c.reference ORDER BY max(quarantine.at), c.reference`,
    [from, to],
  );
  return {
    references: rows.filter((row) => row.fresh).map(({ reference }) => reference),
    kept: rows.length,
  };
}

/** Everything the digest made now tells, read inside `tx`; the first digest tells of all there is. */
export async function gatherDigest(
  app: App,
  tx: Transaction,
  last: Date | undefined,
): Promise<Digest> {
  const now = app.now().getTime();
  const since = { from: new Date(last ? last.getTime() - OVERLAP_MS : 0), to: new Date(now) };
  const days = app.site.settings.retention['quarantine-days'];
  return {
    now,
    undelivered: await undeliveredMessages(tx, since),
    fresh: await newCases(tx, since),
    waiting: await waitingEnquiries(tx, since),
    waitingDays: WAITING_DAYS,
    calls: await callsToday(tx, now),
    quarantined: { ...(await quarantined(tx, since)), days },
  };
}
