import { sql } from 'drizzle-orm';
import type { Readings } from '#domain/calendars/calendar-reading.ts';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import type { Interval } from '#domain/hours/openings.ts';
import type { BusyTime } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { Transaction } from './client.ts';
import { msOf } from './column-types.ts';
import { narrowingOf } from './narrowing-repository.ts';
import { bookings, narrowings, staffCalendars } from './schema.ts';

/** No booking holds time for longer: the longest call and the longest gap the settings allow. */
const LONGEST_MS = 240 * MINUTE;

/** Which time is asked about, in milliseconds; `today` is the London date; `except` leaves a booking out. */
interface Between {
  from: number;
  to: number;
  today: string;
  except?: string | undefined;
}

/** When a member of staff is busy by their own calendar, as it was last read. */
export interface StaffBusy extends Readings {
  /** In lower case. */
  email: string;
  busy: readonly Interval[];
}

interface CalendarRow extends Readings {
  email: string;
  busy: readonly [start: number, end: number][] | null;
}

type BusyRow =
  | { line: number; held_from: number; held_to: number }
  | { line: null; narrowing: Parameters<typeof narrowingOf>[0]; calendar: null }
  | { line: null; narrowing: null; calendar: CalendarRow };

/**
 * Bookings are found by start alone, which an ordinary index answers as fast among a million as among
 * ten; the index holds every column that is read. What staff have set comes along, and when they are busy themselves, so
 * that all is read in one trip.
 */
export const busyTimesQuery = ({ from, to, today, except }: Between) => sql`
  SELECT line, extract(epoch FROM lower(during))::float8 AS held_from,
    extract(epoch FROM upper(during))::float8 AS held_to, NULL::json AS narrowing, NULL::json AS calendar
  FROM ${bookings}
  WHERE during IS NOT NULL AND starts_at > ${new Date(from - LONGEST_MS)} AND starts_at < ${new Date(to)}
    AND id IS DISTINCT FROM ${except ?? null}::uuid
  UNION ALL
  SELECT NULL, NULL, NULL, json_build_object('id', id, 'kind', kind, 'firstDay', first_day, 'lastDay', last_day,
    'opens', opens, 'closes', closes, 'weekdays', weekdays, 'why', why), NULL
  FROM ${narrowings} WHERE last_day >= ${today}::date
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, json_build_object('email', email, 'readAt', ${msOf(sql`read_at`)},
    'triedAt', ${msOf(sql`tried_at`)}, 'failing', failure IS NOT NULL, 'busy', (
      SELECT json_agg(json_build_array(${msOf(sql`lower(part)`)}, ${msOf(sql`upper(part)`)}))
      FROM unnest(busy * tstzmultirange(tstzrange(${new Date(from)}, ${new Date(to)}))) part))
  FROM ${staffCalendars}`;

const calendarOf = ({ busy, ...calendar }: CalendarRow): StaffBusy => ({
  ...calendar,
  busy: (busy ?? []).map(([start, end]) => ({ start, end })),
});

/** What holds time: bookings, what staff have set that is not over, and when each who gave a calendar is busy. */
export interface BusyTimes {
  bookings: BusyTime[];
  narrowings: Narrowing[];
  calendars: StaffBusy[];
}

/** What holds time until an instant, in no order. */
export async function busyTimesBetween(tx: Transaction, between: Between): Promise<BusyTimes> {
  const rows = await tx.execute<BusyRow>(busyTimesQuery(between));
  const busy: BusyTimes = { bookings: [], narrowings: [], calendars: [] };
  for (const row of rows) {
    if (row.line !== null) {
      const { line, held_from: start, held_to: end } = row;
      busy.bookings.push({ line, start: start * 1000, end: end * 1000 });
    } else if (row.calendar) busy.calendars.push(calendarOf(row.calendar));
    else busy.narrowings.push(narrowingOf(row.narrowing));
  }
  return busy;
}
