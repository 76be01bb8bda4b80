import { mondayToShow } from '#domain/desk/diary.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { horizonOf } from '#services/availability/line-hours.ts';
import { readDiary } from '#services/desk/diary.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { diaryView } from './diary-view.ts';

/** `/desk/diary/`: this week or, with a date in `week`, the week it lies in. A date that is none is passed over. */
export async function showDiary(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const now = app.now().getTime();
  const asked = new URL(c.req.url).searchParams.get('week');
  const monday = mondayToShow(dayFromIso(asked ?? '') ?? wallClockAt(now).day);
  const days = await readDiary(app, monday);
  const every = app.site.settings.calls['every-minutes'];
  const live = diaryView({ monday, days, every, horizon: horizonOf(app), now });
  return deskPage(c, { heading: 'Diary', live });
}
