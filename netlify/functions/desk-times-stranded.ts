import type { Config } from '@netlify/functions';
import { timesDoneInWords } from '#domain/desk/times.ts';
import { strandedView } from '#views/desk-stranded.ts';
import { strandedCalls } from '../lib/bookings/stranded.ts';
import { deskPage } from '../lib/desk/desk-page.ts';
import { type DeskCall, withStaff } from '../lib/desk/with-staff.ts';
import { handler } from '../lib/handler.ts';

async function showStranded(call: DeskCall): Promise<Response> {
  const { app, request } = call;
  const live = strandedView(await strandedCalls(app), {
    now: app.now().getTime(),
    done: timesDoneInWords(new URL(request.url).searchParams.get('done')),
  });
  return deskPage(call, { heading: 'Calls that need another time', live });
}

/** `/desk/times/stranded/`: the calls that stand at a time which has been closed or blocked since. */
export default handler({ GET: withStaff(showStranded) });

export const config: Config = { path: ['/desk/times/stranded', '/desk/times/stranded/'] };
