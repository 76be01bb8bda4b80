import { sql } from 'drizzle-orm';
import type { Counted } from '#domain/desk/numbers.ts';
import type { Outcome } from '#domain/desk/outcomes.ts';
import { dayFromIso } from '#domain/time/day.ts';
import type { Transaction } from './client.ts';
import { bookings, caseActs, cases, personActs } from './schema.ts';

/** The London date of an instant. */
const dateOf = (column: string) => sql`(${sql.raw(column)} AT TIME ZONE 'Europe/London')::date`;

const byDay = <Row extends { day: string; count: number }>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, day: dayFromIso(row.day) ?? 0 }));

/** A stretch of time, without its end. */
interface Span {
  from: Date;
  to: Date;
}

/** What there was in a stretch of time, by the day: of what is still kept, and nothing that is in quarantine. */
export async function countNumbers(tx: Transaction, { from, to }: Span): Promise<Counted> {
  type Day = { day: string; count: number };
  const byHand = await tx.execute<Day>(sql`
    SELECT ${dateOf('at')} AS day, count(*) AS count FROM ${personActs}
    WHERE act = 'got in touch' AND at >= ${from} AND at < ${to} GROUP BY 1`);
  const calls = await tx.execute<Day & { kind: Counted['calls'][number]['kind'] }>(sql`
    SELECT ${dateOf('starts_at')} AS day, count(*) AS count,
      CASE WHEN cancelled_at IS NULL THEN kind ELSE 'cancelled' END AS kind
    FROM ${bookings} WHERE quarantined_at IS NULL AND starts_at >= ${from} AND starts_at < ${to} GROUP BY 1, 3`);
  const outcomes = await tx.execute<Day & { outcome: Outcome }>(sql`
    SELECT ${dateOf('at')} AS day, count(*) AS count, outcome FROM ${caseActs}
    WHERE act = 'outcome' AND undone_at IS NULL AND at >= ${from} AND at < ${to} GROUP BY 1, 3`);
  // As two lists of seconds, in one order: a hundred thousand rows take longer to read than to count.
  const [answers] = await tx.execute<{
    enquired: number[] | null;
    answered: (number | null)[] | null;
  }>(sql`
    SELECT json_agg(date_part('epoch', enquired_at)::bigint) AS enquired,
      json_agg(date_part('epoch', answered_at)::bigint) AS answered
    FROM ${cases} WHERE enquired_at IS NOT NULL AND quarantined_at IS NULL
      AND enquired_at >= ${from} AND enquired_at < ${to}`);
  const answered = answers?.answered ?? [];
  return {
    byHand: byDay(byHand),
    calls: byDay(calls),
    outcomes: byDay(outcomes),
    answers: (answers?.enquired ?? []).map((enquired, index) => {
      const at = answered[index];
      return {
        enquiredAt: enquired * 1000,
        answeredAt: typeof at === 'number' ? at * 1000 : undefined,
      };
    }),
  };
}
