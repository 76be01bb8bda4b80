import { type SQL, sql } from 'drizzle-orm';
import type { Counted } from '#domain/desk/numbers.ts';
import type { Outcome } from '#domain/desk/outcomes.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { Transaction } from './client.ts';
import { bookings, caseActs, cases, personActs } from './schema.ts';

/** The instant at which a period begins, and its first London day; the last one begins where the time asked about ends. */
export interface PeriodStart {
  day: number;
  at: Date;
}

type Count = { period: number; count: number };

/** Minutes that come as the bytes of whole numbers, the first byte the greatest. */
function minutesIn(bytes: Uint8Array | null): Int32Array {
  if (!bytes) return new Int32Array(0);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const minutes = new Int32Array(bytes.byteLength / 4);
  for (let at = 0; at < minutes.length; at += 1) minutes[at] = view.getInt32(at * 4);
  return minutes;
}

/** What comes in place of a minute that never was. */
const NEVER = -1;

/** The minutes of all rows as one run of bytes: a hundred thousand of them take longer to write and read than to count. */
const minutesOf = (column: SQL) =>
  sql`string_agg(int4send(coalesce(floor(date_part('epoch', ${column}) / 60)::int, ${sql.raw(String(NEVER))})), ''::bytea)`;

/** What there was in each of some periods that follow one another: of what is still kept, and nothing that is in quarantine. */
export async function countNumbers(
  tx: Transaction,
  starts: readonly PeriodStart[],
): Promise<Counted> {
  const bounds = starts.map(({ at }) => at.toISOString());
  // Each period is looked up by itself: to tell of each row in which it lies takes longer than to count them.
  const periods = sql`unnest(${sql.param(bounds.slice(0, -1))}::timestamptz[], ${sql.param(bounds.slice(1))}::timestamptz[])
    WITH ORDINALITY AS each (begins, ends, period)`;
  const byDay = <Row extends Count>(rows: readonly Row[]) =>
    rows.map(({ period, ...row }) => ({ ...row, day: starts[Number(period) - 1]?.day ?? 0 }));
  const byHand = await tx.execute<Count>(sql`
    SELECT period, count(*) AS count FROM ${periods}
    JOIN ${personActs} ON act = 'got in touch' AND at >= begins AND at < ends GROUP BY 1`);
  const calls = await tx.execute<Count & { kind: Counted['calls'][number]['kind'] }>(sql`
    SELECT period, counted.* FROM ${periods}, LATERAL (
      SELECT CASE WHEN cancelled_at IS NULL THEN kind ELSE 'cancelled' END AS kind, count(*) AS count
      FROM ${bookings} WHERE quarantined_at IS NULL AND starts_at >= begins AND starts_at < ends GROUP BY 1) counted`);
  const outcomes = await tx.execute<Count & { outcome: Outcome }>(sql`
    SELECT period, counted.* FROM ${periods}, LATERAL (
      SELECT outcome, count(*) AS count FROM ${caseActs}
      WHERE act = 'outcome' AND undone_at IS NULL AND at >= begins AND at < ends GROUP BY 1) counted`);
  const [answers] = await tx.execute<{
    enquired: Uint8Array | null;
    answered: Uint8Array | null;
  }>(sql`
    SELECT ${minutesOf(sql`enquired_at`)} AS enquired, ${minutesOf(sql`answered_at`)} AS answered
    FROM ${cases} WHERE enquired_at IS NOT NULL AND quarantined_at IS NULL
      AND enquired_at >= ${starts[0]?.at} AND enquired_at < ${starts.at(-1)?.at}`);
  const answered = minutesIn(answers?.answered ?? null);
  return {
    byHand: byDay(byHand),
    calls: byDay(calls),
    outcomes: byDay(outcomes),
    answers: Array.from(minutesIn(answers?.enquired ?? null), (enquired, index) => {
      const minute = answered[index] ?? NEVER;
      return {
        enquiredAt: enquired * MINUTE,
        answeredAt: minute === NEVER ? undefined : minute * MINUTE,
      };
    }),
  };
}
