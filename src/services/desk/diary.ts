import { busyTimesBetween } from '#data/busy-times.ts';
import { callsStartingIn } from '#data/call-list-repository.ts';
import { type DiaryDay, diaryWeek } from '#domain/desk/diary.ts';
import { isoDate } from '#domain/time/day.ts';
import { instantAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { openTimesWith } from '../availability/line-hours.ts';

/** The week of the diary that begins on a Monday, as it is now: what is booked, blocked, closed and free. */
export async function readDiary(app: App, monday: number): Promise<DiaryDay[]> {
  const { database, site } = app;
  const week = { start: instantAt(monday, 0), end: instantAt(monday + 5, 0) };
  const { bookings, narrowings } = await busyTimesBetween(database, {
    from: week.start,
    to: week.end,
    today: isoDate(monday),
  });
  return diaryWeek(
    {
      ...openTimesWith(app, narrowings, { first: monday, last: monday + 4 }),
      calls: site.settings.calls,
      now: app.now().getTime(),
      bookings,
      booked: await callsStartingIn(database, week),
    },
    monday,
  );
}
