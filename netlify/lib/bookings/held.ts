import type { Held } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { Transaction } from '../database.ts';

/** No booking holds time for longer: the longest call and the longest gap the settings allow. */
const LONGEST_MS = 240 * MINUTE;

interface HeldRow {
  line: number;
  held_from: number;
  held_to: number;
}

/**
 * Found by start alone, which an ordinary index answers as fast among a million as among ten; the index
 * holds every column that is read.
 */
export const HELD_QUERY = `
  SELECT line, extract(epoch FROM lower(during))::float8 AS held_from,
    extract(epoch FROM upper(during))::float8 AS held_to
  FROM bookings
  WHERE during IS NOT NULL AND starts_at > $1 AND starts_at < $2 AND id IS DISTINCT FROM $3::uuid`;

/** The bookings that hold time between two instants (milliseconds), in no order; `except` leaves one out. */
export async function bookingsBetween(
  tx: Transaction,
  { from, to, except }: { from: number; to: number; except?: string | undefined },
): Promise<Held[]> {
  const rows = await tx.query<HeldRow>(HELD_QUERY, [
    new Date(from - LONGEST_MS),
    new Date(to),
    except ?? null,
  ]);
  return rows.map(({ line, held_from, held_to }) => ({
    line,
    start: held_from * 1000,
    end: held_to * 1000,
  }));
}
