import type { Config } from '@netlify/functions';
import { todayView } from '#views/desk-today.ts';
import { deskPage } from '../lib/desk/desk-page.ts';
import { gatherToday } from '../lib/desk/today.ts';
import { type DeskCall, withStaff } from '../lib/desk/with-staff.ts';
import { handler } from '../lib/handler.ts';

async function showToday(call: DeskCall): Promise<Response> {
  const today = await gatherToday(call.app);
  return deskPage(call, { heading: 'Today', live: todayView(today) });
}

/** `/desk/`: what waits first, and today's calls. */
export default handler({ GET: withStaff(showToday) });

export const config: Config = { path: ['/desk', '/desk/'] };
