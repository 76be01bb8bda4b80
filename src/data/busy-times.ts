import type { Interval } from '#domain/hours/openings.ts';
import type { BusyTime } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { Transaction } from './client.ts';

/** No booking holds time for longer: the longest call and the longest gap the settings allow. */
const LONGEST_MS = 240 * MINUTE;

interface HeldRow {
  /** The line a booking holds; none holds time that staff have blocked. */
  line: number | null;
  held_from: number;
  held_to: number;
}

/**
 * Bookings are found by start alone, which an ordinary index answers as fast among a million as among
 * ten; the index holds every column that is read. Blocks come along, so that all is read in one trip.
 */
export const HELD_QUERY = `
  SELECT line, extract(epoch FROM lower(during))::float8 AS held_from,
    extract(epoch FROM upper(during))::float8 AS held_to
  FROM bookings
  WHERE during IS NOT NULL AND starts_at > $1 AND starts_at < $2 AND id IS DISTINCT FROM $3::uuid
  UNION ALL
  SELECT NULL, extract(epoch FROM starts_at)::float8, extract(epoch FROM ends_at)::float8
  FROM blocks WHERE ends_at > $4 AND starts_at < $2`;

/** Which time is asked about, in milliseconds: bookings from `from`, blocks from `now`; `except` leaves a booking out. */
interface Between {
  from: number;
  to: number;
  now: number;
  except?: string | undefined;
}

const stretchOf = ({ held_from, held_to }: HeldRow): Interval => ({
  start: held_from * 1000,
  end: held_to * 1000,
});

/** What holds time until an instant, in no order: bookings, and the blocks that also count against notice. */
export async function busyTimesBetween(
  tx: Transaction,
  { from, to, now, except }: Between,
): Promise<{ bookings: BusyTime[]; blocks: Interval[] }> {
  const rows = await tx.query<HeldRow>(HELD_QUERY, [
    new Date(from - LONGEST_MS),
    new Date(to),
    except ?? null,
    new Date(now),
  ]);
  return {
    bookings: rows.flatMap((row) =>
      row.line === null ? [] : [{ line: row.line, ...stretchOf(row) }],
    ),
    blocks: rows.filter(({ line }) => line === null).map(stretchOf),
  };
}
