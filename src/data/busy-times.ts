import { sql } from 'drizzle-orm';
import type { Interval } from '#domain/hours/openings.ts';
import type { BusyTime } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { Transaction } from './client.ts';
import { blocks, bookings } from './schema.ts';

/** No booking holds time for longer: the longest call and the longest gap the settings allow. */
const LONGEST_MS = 240 * MINUTE;

/** Which time is asked about, in milliseconds: bookings from `from`, blocks from `now`; `except` leaves a booking out. */
interface Between {
  from: number;
  to: number;
  now: number;
  except?: string | undefined;
}

type BusyRow = {
  /** The line a booking holds; none holds time that staff have blocked. */
  line: number | null;
  held_from: number;
  held_to: number;
};

/**
 * Bookings are found by start alone, which an ordinary index answers as fast among a million as among
 * ten; the index holds every column that is read. Blocks come along, so that all is read in one trip.
 */
export const busyTimesQuery = ({ from, to, now, except }: Between) => sql`
  SELECT line, extract(epoch FROM lower(during))::float8 AS held_from,
    extract(epoch FROM upper(during))::float8 AS held_to
  FROM ${bookings}
  WHERE during IS NOT NULL AND starts_at > ${new Date(from - LONGEST_MS)} AND starts_at < ${new Date(to)}
    AND id IS DISTINCT FROM ${except ?? null}::uuid
  UNION ALL
  SELECT NULL, extract(epoch FROM starts_at)::float8, extract(epoch FROM ends_at)::float8
  FROM ${blocks} WHERE ends_at > ${new Date(now)} AND starts_at < ${new Date(to)}`;

const intervalOf = ({ held_from, held_to }: BusyRow): Interval => ({
  start: held_from * 1000,
  end: held_to * 1000,
});

/** What holds time until an instant, in no order: bookings, and the blocks that also count against notice. */
export async function busyTimesBetween(
  tx: Transaction,
  between: Between,
): Promise<{ bookings: BusyTime[]; blocks: Interval[] }> {
  const rows = await tx.execute<BusyRow>(busyTimesQuery(between));
  return {
    bookings: rows.flatMap((row) =>
      row.line === null ? [] : [{ line: row.line, ...intervalOf(row) }],
    ),
    blocks: rows.filter(({ line }) => line === null).map(intervalOf),
  };
}
