import type { Config } from '@netlify/functions';
import { timesDoneInWords } from '#domain/desk/times.ts';
import { strandedCalls } from '#services/availability/conflicting-bookings.ts';
import { handler } from '../../http/handler.ts';
import { deskPage } from '../desk-page.ts';
import { type DeskCall, withStaff } from '../with-staff.ts';
import { strandedView } from './conflicts-view.ts';

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
