import type { PeriodLength } from '#domain/desk/numbers.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { readNumbers } from '#services/desk/read-numbers.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { numbersView } from './numbers-view.ts';

/** `/desk/numbers/`: enquiries, calls, outcomes and how soon we answered, by week or, with `by=month`, by month. */
export async function showNumbers(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const by = new URL(c.req.url).searchParams.get('by');
  const length: PeriodLength = by === 'month' ? 'month' : 'week';
  const periods = await readNumbers(app, length);
  const today = wallClockAt(app.now().getTime()).day;
  return deskPage(c, { heading: 'Numbers', live: numbersView({ length, periods, today }) });
}
