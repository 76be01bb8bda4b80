import { gatherToday } from '#services/desk/today.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { todayView } from './today-view.ts';

/** `/desk/`: what waits first, and today's calls. */
export async function showToday(c: DeskContext): Promise<Response> {
  const today = await gatherToday(c.var.app, c.var.staff);
  return deskPage(c, { heading: 'Today', live: todayView(today) });
}
