import { timesDoneInWords } from '#domain/desk/times.ts';
import { conflictingBookings } from '#services/availability/conflicting-bookings.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { conflictsView } from './conflicts-view.ts';

/** `/desk/times/stranded/`: the calls that stand at a time which has been closed or blocked since. */
export async function showConflicts(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const { req } = c;
  const live = conflictsView(await conflictingBookings(app), {
    now: app.now().getTime(),
    done: timesDoneInWords(new URL(req.url).searchParams.get('done')),
  });
  return deskPage(c, { heading: 'Calls that need another time', live });
}
