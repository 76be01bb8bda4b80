import { callsStartingIn } from '#data/call-list-repository.ts';
import { withConflicts } from '#domain/booking/conflicting-booking.ts';
import { type DiaryDay, diaryWeek } from '#domain/desk/diary.ts';
import { isoDate } from '#domain/time/day.ts';
import { instantAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { openTimesWith } from '../availability/line-hours.ts';
import { readBusyTimes } from '../availability/read-busy-times.ts';

/** The week of the diary that begins on a Monday, as it is now: what is booked, blocked, closed and free. */
export async function readDiary(app: App, monday: number): Promise<DiaryDay[]> {
  const { database, site } = app;
  const week = { start: instantAt(monday, 0), end: instantAt(monday + 5, 0) };
  const { bookings, narrowings, away } = await readBusyTimes(app, database, {
    from: week.start,
    to: week.end,
    today: isoDate(monday),
  });
  const times = openTimesWith(app, narrowings, { first: monday, last: monday + 4 });
  const now = app.now().getTime();
  const booked = await callsStartingIn(database, week);
  return diaryWeek(
    {
      ...times,
      calls: site.settings.calls,
      now,
      bookings,
      away,
      booked: withConflicts(times, booked, now),
    },
    monday,
  );
}
