import { timesDoneInWords } from '#domain/desk/times.ts';
import { strandedCalls } from '#services/availability/conflicting-bookings.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { strandedView } from './conflicts-view.ts';

/** `/desk/times/stranded/`: the calls that stand at a time which has been closed or blocked since. */
export async function showStranded(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const { req } = c;
  const live = strandedView(await strandedCalls(app), {
    now: app.now().getTime(),
    done: timesDoneInWords(new URL(req.url).searchParams.get('done')),
  });
  return deskPage(c, { heading: 'Calls that need another time', live });
}
