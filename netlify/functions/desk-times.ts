import type { Config } from '@netlify/functions';
import { timesDoneInWords } from '#domain/desk/times.ts';
import { timesView } from '#views/desk-times.ts';
import { outlook } from '../lib/blocks/outlook.ts';
import { blocksFrom } from '../lib/blocks/record.ts';
import { strandedCalls } from '../lib/bookings/stranded.ts';
import { deskPage } from '../lib/desk/desk-page.ts';
import { type DeskCall, withStaff } from '../lib/desk/with-staff.ts';
import { handler } from '../lib/handler.ts';

async function showTimes(call: DeskCall): Promise<Response> {
  const { app, request } = call;
  const now = app.now().getTime();
  const live = timesView({
    done: timesDoneInWords(new URL(request.url).searchParams.get('done')),
    stranded: (await strandedCalls(app)).length,
    blocks: await blocksFrom(app.database, now),
    days: await outlook(app),
    now,
  });
  return deskPage(call, { heading: 'Times', live });
}

/** `/desk/times/`: what is blocked, and the four weeks ahead as the public meets them. */
export default handler({ GET: withStaff(showTimes) });

export const config: Config = { path: ['/desk/times', '/desk/times/'] };
