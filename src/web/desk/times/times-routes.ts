import type { Config } from '@netlify/functions';
import { timesDoneInWords } from '#domain/desk/times.ts';
import { blocksToCome } from '#services/availability/block-service.ts';
import { strandedCalls } from '#services/availability/conflicting-bookings.ts';
import { outlook } from '#services/availability/outlook.ts';
import { handler } from '../../http/handler.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskCall, withStaff } from '../with-staff.ts';
import { timesView } from './times-view.ts';

async function showTimes(call: DeskCall): Promise<Response> {
  const { app, request } = call;
  const now = app.now().getTime();
  const live = timesView({
    done: timesDoneInWords(new URL(request.url).searchParams.get('done')),
    stranded: (await strandedCalls(app)).length,
    blocks: await blocksToCome(app),
    days: await outlook(app),
    now,
  });
  return deskPage(call, { heading: 'Times', live });
}

/** `/desk/times/`: what is blocked, and the four weeks ahead as the public meets them. */
export default handler({ GET: withStaff(showTimes) });

export const config: Config = { path: ['/desk/times', '/desk/times/'] };
