import { blocksFrom } from '#data/block-repository.ts';
import { busyTimesBetween } from '#data/busy-times.ts';
import { DAYS_AHEAD, type DayAhead, daysAhead } from '#domain/slots/days-ahead.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { openingsOf } from './line-hours.ts';

/** The four weeks ahead as the public meets them, with what is booked and why the rest is closed. */
export async function outlook(app: App): Promise<DayAhead[]> {
  const now = app.now().getTime();
  const { day } = wallClockAt(now);
  const from = instantAt(day, 0);
  const { bookings } = await busyTimesBetween(app.database, {
    from,
    to: instantAt(day + DAYS_AHEAD, 0),
    now,
  });
  return daysAhead({
    ...openingsOf(app.site),
    calls: app.site.settings.calls,
    now,
    bookings: bookings.filter(({ start }) => start >= from),
    blocks: await blocksFrom(app.database, from),
  });
}
