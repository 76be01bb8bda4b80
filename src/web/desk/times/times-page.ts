import { timesDoneInWords } from '#domain/desk/times.ts';
import { conflictingBookings } from '#services/availability/conflicting-bookings.ts';
import { narrowingsToCome } from '#services/availability/narrowing-service.ts';
import { outlook } from '#services/availability/outlook.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { timesView } from './times-view.ts';

/** `/desk/times/`: what staff have set, and every day that can be booked as the public meets it. */
export async function showTimes(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const { req } = c;
  const now = app.now().getTime();
  const live = timesView({
    done: timesDoneInWords(new URL(req.url).searchParams.get('done')),
    conflicting: (await conflictingBookings(app)).length,
    narrowings: await narrowingsToCome(app),
    days: await outlook(app),
    now,
  });
  return deskPage(c, { heading: 'Times', live });
}
