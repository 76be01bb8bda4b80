import { DIARY_PATH } from '#domain/desk/paths.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { dayInWords } from '#domain/time/words.ts';
import { todayOf } from '#services/availability/line-hours.ts';
import { readDaySheet } from '#services/desk/day-sheet.ts';
import { seeOther } from '../../http/responses.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { daySheetView } from './day-sheet-view.ts';

/** `/desk/diary/{date}/`: one day on a sheet, for whoever rings. What is no date leads to the diary. */
export async function showDaySheet(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const day = dayFromIso(c.req.param('date') ?? '');
  if (day === undefined) return seeOther(DIARY_PATH);
  const sheet = await readDaySheet(app, day);
  const heading = dayInWords(day, todayOf(app));
  return deskPage(c, { heading, live: daySheetView(sheet, app.now().getTime()) });
}
