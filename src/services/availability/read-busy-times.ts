import { type BusyTimes, busyTimesBetween, type StaffBusy } from '#data/busy-times.ts';
import type { Transaction } from '#data/client.ts';
import { stands } from '#domain/calendars/calendar-reading.ts';
import { staffAway } from '#domain/calendars/staff-away.ts';
import type { Interval } from '#domain/hours/openings.ts';
import type { App } from '../app.ts';
import { readCalendarsDue } from '../calendars/read-calendars.ts';
import { staffList } from '../desk/staff.ts';

/** What holds time, and when too few of the staff are free by their own calendars. */
export type BusyNow = Pick<BusyTimes, 'bookings' | 'narrowings'> & { away: readonly Interval[] };

function awayOf(app: App, calendars: readonly StaffBusy[]): Interval[] {
  const staff = staffList(app);
  const now = app.now().getTime();
  const standing = calendars.filter((each) => staff.includes(each.email) && stands(each, now));
  return staffAway(
    standing.map(({ busy }) => busy),
    { staff: staff.length, callsAtOnce: app.site.settings.calls['calls-at-once'] },
  );
}

/** What holds time, read in one query. Outside a transaction the calendars of staff are read again first, if that is due. */
export async function readBusyTimes(
  app: App,
  tx: Transaction,
  between: Parameters<typeof busyTimesBetween>[1],
): Promise<BusyNow> {
  let read = await busyTimesBetween(tx, between);
  if (tx === app.database && (await readCalendarsDue(app, read.calendars))) {
    read = await busyTimesBetween(tx, between);
  }
  const { calendars, ...busy } = read;
  return { ...busy, away: awayOf(app, calendars) };
}
