import type { Config } from '@netlify/functions';
import { gatherToday } from '#services/desk/today.ts';
import { handler } from '../../http/handler.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskCall, withStaff } from '../with-staff.ts';
import { todayView } from './today-view.ts';

async function showToday(call: DeskCall): Promise<Response> {
  const today = await gatherToday(call.app);
  return deskPage(call, { heading: 'Today', live: todayView(today) });
}

/** `/desk/`: what waits first, and today's calls. */
export default handler({ GET: withStaff(showToday) });

export const config: Config = { path: ['/desk', '/desk/'] };
