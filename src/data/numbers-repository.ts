import { type SQL, sql } from 'drizzle-orm';
import type { Counted } from '#domain/desk/numbers.ts';
import type { Outcome } from '#domain/desk/outcomes.ts';
import type { Transaction } from './client.ts';
import { bookings, caseActs, cases, complaints, personActs } from './schema.ts';

/** The instant at which a period begins, and its first London day; the last one begins where the time asked about ends. */
export interface PeriodStart {
  day: number;
  at: Date;
}

type Count = { period: number; count: number };

/** PostgreSQL counts instants in microseconds from here. */
const POSTGRES_EPOCH = Date.UTC(2000, 0, 1);

/** Instants of many rows as one run of bytes: a hundred thousand of them take longer to write and read than to count. */
const instantsOf = (column: SQL, filter = sql`true`) =>
  sql`string_agg(timestamptz_send(${column}), ''::bytea) FILTER (WHERE ${filter})`;

/** Instants in milliseconds, from the bytes in which PostgreSQL sends them. */
function instantsIn(bytes: Uint8Array | null): Float64Array {
  if (!bytes) return new Float64Array(0);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const instants = new Float64Array(bytes.byteLength / 8);
  for (let at = 0; at < instants.length; at += 1) {
    const microseconds = view.getInt32(at * 8) * 2 ** 32 + view.getUint32(at * 8 + 4);
    instants[at] = POSTGRES_EPOCH + Math.floor(microseconds / 1000);
  }
  return instants;
}

/** What there was in each of some periods that follow one another: of what is still kept, and nothing that is in quarantine. */
export async function countNumbers(
  tx: Transaction,
  starts: readonly PeriodStart[],
): Promise<Counted> {
  const bounds = starts.map(({ at }) => at.toISOString());
  // Each period is looked up by itself: to tell of each row in which it lies takes longer than to count them.
  const periods = sql`unnest(${sql.param(bounds.slice(0, -1))}::timestamptz[], ${sql.param(bounds.slice(1))}::timestamptz[])
    WITH ORDINALITY AS each (begins, ends, period)`;
  const byDay = <Row extends { period: number }>(rows: readonly Row[]) =>
    rows.map(({ period, ...row }) => ({ ...row, day: starts[Number(period) - 1]?.day ?? 0 }));
  const byHand = await tx.execute<Count>(sql`
    SELECT period, count(*) AS count FROM ${periods}
    JOIN ${personActs} a ON a.act = 'got in touch' AND a.at >= begins AND a.at < ends
    WHERE NOT EXISTS (SELECT FROM ${complaints} c WHERE c.case_id = a.case_id) GROUP BY 1`);
  // No index has when a call was made, so every call is read, once.
  const booked = await tx.execute<Count & { kind: Counted['booked'][number]['kind'] }>(sql`
    SELECT width_bucket(created_at, ${sql.param(bounds)}::timestamptz[]) AS period, kind, count(*) AS count
    FROM ${bookings} WHERE quarantined_at IS NULL
      AND created_at >= ${bounds.at(0)}::timestamptz AND created_at < ${bounds.at(-1)}::timestamptz GROUP BY 1, 2`);
  const calls = await tx.execute<Count & { kind: Counted['calls'][number]['kind'] }>(sql`
    SELECT period, counted.* FROM ${periods}, LATERAL (
      SELECT CASE WHEN cancelled_at IS NULL THEN kind ELSE 'cancelled' END AS kind, count(*) AS count
      FROM ${bookings} WHERE quarantined_at IS NULL AND starts_at >= begins AND starts_at < ends GROUP BY 1) counted`);
  const outcomes = await tx.execute<Count & { outcome: Outcome }>(sql`
    SELECT period, counted.* FROM ${periods}, LATERAL (
      SELECT outcome, count(*) AS count FROM ${caseActs}
      WHERE act = 'outcome' AND undone_at IS NULL AND at >= begins AND at < ends GROUP BY 1) counted`);
  const ofComplaints = await tx.execute<Count & { what: 'received' | 'ended' }>(sql`
    SELECT period, what, count(*) AS count FROM ${periods} JOIN (
      SELECT what, case_id, at FROM ${complaints}, LATERAL (
        VALUES ('received', received_at), ('ended', ended_at)) AS told (what, at)) come
      ON come.at >= begins AND come.at < ends
    JOIN ${cases} c ON c.id = come.case_id AND c.quarantined_at IS NULL GROUP BY 1, 2`);
  // An instant that is null is in no run of bytes, so both hold the same enquiries in the same order.
  const answers = await tx.execute<{
    period: number;
    enquired: Uint8Array | null;
    answered: Uint8Array | null;
    waiting: number;
  }>(sql`
    SELECT period, counted.* FROM ${periods}, LATERAL (
      SELECT ${instantsOf(sql`enquired_at`, sql`answered_at IS NOT NULL`)} AS enquired,
        ${instantsOf(sql`answered_at`)} AS answered, count(*) FILTER (WHERE answered_at IS NULL) AS waiting
      FROM ${cases} WHERE enquired_at IS NOT NULL AND quarantined_at IS NULL
        AND enquired_at >= begins AND enquired_at < ends) counted`);
  return {
    byHand: byDay(byHand),
    booked: byDay(booked),
    calls: byDay(calls),
    outcomes: byDay(outcomes),
    complaints: byDay(ofComplaints),
    answers: byDay(answers).map(({ enquired, answered, ...row }) => ({
      ...row,
      enquiredAt: instantsIn(enquired),
      answeredAt: instantsIn(answered),
    })),
  };
}
