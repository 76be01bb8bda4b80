import { type BusyTimes, busyTimesBetween, type StaffBusy } from '#data/busy-times.ts';
import type { Transaction } from '#data/client.ts';
import { stands } from '#domain/calendars/calendar-reading.ts';
import { staffAway } from '#domain/calendars/staff-away.ts';
import type { Interval } from '#domain/hours/openings.ts';
import type { App } from '../app.ts';
import { readCalendarsDue } from '../calendars/read-calendars.ts';
import { unlessUnread } from '../calendars/unread-calendars.ts';
import { staffList } from '../desk/staff.ts';

/** What holds time, and when too few of the staff are free by their own calendars. */
export type BusyNow = Pick<BusyTimes, 'bookings' | 'narrowings'> & { away: readonly Interval[] };

/** The calendars of those who are on the staff list now. */
function ofStaff(app: App, calendars: readonly StaffBusy[]): StaffBusy[] {
  const staff = staffList(app);
  return calendars.filter(({ email }) => staff.includes(email));
}

function awayOf(app: App, calendars: readonly StaffBusy[]): Interval[] {
  const now = app.now().getTime();
  const standing = ofStaff(app, calendars).filter((each) => stands(each, now));
  return staffAway(
    standing.map(({ busy }) => busy),
    { staff: staffList(app).length, callsAtOnce: app.site.settings.calls['calls-at-once'] },
  );
}

/**
 * What holds time, read in one query. Outside a transaction the calendars of staff are read again first, if that is due;
 * one in which a time is claimed is given up when they were not read for it.
 */
export async function readBusyTimes(
  app: App,
  tx: Transaction,
  between: Parameters<typeof busyTimesBetween>[1],
): Promise<BusyNow> {
  let read = await busyTimesBetween(tx, between);
  if (tx === app.database && (await readCalendarsDue(app, read.calendars))) {
    read = await busyTimesBetween(tx, between);
  }
  unlessUnread(tx, ofStaff(app, read.calendars));
  const { calendars, ...busy } = read;
  return { ...busy, away: awayOf(app, calendars) };
}
