import { blocksFrom } from '#data/block-repository.ts';
import { busyTimesBetween } from '#data/busy-times.ts';
import { callsStartingIn } from '#data/call-list-repository.ts';
import { type DiaryDay, diaryWeek } from '#domain/desk/diary.ts';
import { instantAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { openingsOf } from '../availability/line-hours.ts';

/** The week of the diary that begins on a Monday, as it is now: what is booked, blocked, closed and free. */
export async function readDiary(app: App, monday: number): Promise<DiaryDay[]> {
  const { database, site } = app;
  const now = app.now().getTime();
  const week = { start: instantAt(monday, 0), end: instantAt(monday + 5, 0) };
  const { bookings } = await busyTimesBetween(database, { from: week.start, to: week.end, now });
  return diaryWeek(
    {
      ...openingsOf(site),
      calls: site.settings.calls,
      now,
      bookings,
      blocks: await blocksFrom(database, week.start),
      booked: await callsStartingIn(database, week),
    },
    monday,
  );
}
