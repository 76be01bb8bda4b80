import { timesDoneInWords } from '#domain/desk/times.ts';
import { blocksToCome } from '#services/availability/block-service.ts';
import { conflictingBookings } from '#services/availability/conflicting-bookings.ts';
import { outlook } from '#services/availability/outlook.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { timesView } from './times-view.ts';

/** `/desk/times/`: what is blocked, and the four weeks ahead as the public meets them. */
export async function showTimes(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const { req } = c;
  const now = app.now().getTime();
  const live = timesView({
    done: timesDoneInWords(new URL(req.url).searchParams.get('done')),
    stranded: (await conflictingBookings(app)).length,
    blocks: await blocksToCome(app),
    days: await outlook(app),
    now,
  });
  return deskPage(c, { heading: 'Times', live });
}
