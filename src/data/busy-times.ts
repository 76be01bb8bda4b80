import { sql } from 'drizzle-orm';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import type { BusyTime } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { Transaction } from './client.ts';
import { narrowingOf } from './narrowing-repository.ts';
import { bookings, narrowings } from './schema.ts';

/** No booking holds time for longer: the longest call and the longest gap the settings allow. */
const LONGEST_MS = 240 * MINUTE;

/** Which time is asked about, in milliseconds; `today` is the London date; `except` leaves a booking out. */
interface Between {
  from: number;
  to: number;
  today: string;
  except?: string | undefined;
}

type BusyRow =
  | { line: number; held_from: number; held_to: number; narrowing: null }
  | { line: null; narrowing: Parameters<typeof narrowingOf>[0] };

/**
 * Bookings are found by start alone, which an ordinary index answers as fast among a million as among
 * ten; the index holds every column that is read. What staff have set comes along, so that all is read in one trip.
 */
export const busyTimesQuery = ({ from, to, today, except }: Between) => sql`
  SELECT line, extract(epoch FROM lower(during))::float8 AS held_from,
    extract(epoch FROM upper(during))::float8 AS held_to, NULL::json AS narrowing
  FROM ${bookings}
  WHERE during IS NOT NULL AND starts_at > ${new Date(from - LONGEST_MS)} AND starts_at < ${new Date(to)}
    AND id IS DISTINCT FROM ${except ?? null}::uuid
  UNION ALL
  SELECT NULL, NULL, NULL, json_build_object('id', id, 'kind', kind, 'firstDay', first_day, 'lastDay', last_day,
    'opens', opens, 'closes', closes, 'weekdays', weekdays, 'why', why)
  FROM ${narrowings} WHERE last_day >= ${today}::date`;

/** What holds time until an instant, in no order: bookings, and what staff have set that is not over. */
export async function busyTimesBetween(
  tx: Transaction,
  between: Between,
): Promise<{ bookings: BusyTime[]; narrowings: Narrowing[] }> {
  const rows = await tx.execute<BusyRow>(busyTimesQuery(between));
  return {
    bookings: rows.flatMap((row) =>
      row.line === null
        ? []
        : [{ line: row.line, start: row.held_from * 1000, end: row.held_to * 1000 }],
    ),
    narrowings: rows.flatMap((row) => (row.line === null ? [narrowingOf(row.narrowing)] : [])),
  };
}
