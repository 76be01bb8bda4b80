import type { PeriodLength } from '#domain/desk/numbers.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { readNumbers } from '#services/desk/read-numbers.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { monthInWords, monthNamed, monthView } from './month-view.ts';
import { numbersView } from './numbers-view.ts';

/** `/desk/numbers/`: enquiries, calls, outcomes and how soon we answered, by week or, with `by=month`, by month; `month=2026-11` is one by itself. */
export async function showNumbers(c: DeskContext): Promise<Response> {
  const { app } = c.var;
  const { searchParams } = new URL(c.req.url);
  const named = searchParams.get('month');
  const isByMonth = named !== null || searchParams.get('by') === 'month';
  const length: PeriodLength = isByMonth ? 'month' : 'week';
  const periods = await readNumbers(app, length);
  const today = wallClockAt(app.now().getTime()).day;
  const month = periods.find((each) => named === monthNamed(each));
  if (month) {
    const heading = `The numbers of ${monthInWords(month)}`;
    return deskPage(c, { heading, live: monthView(month, today) });
  }
  return deskPage(c, { heading: 'Numbers', live: numbersView({ length, periods, today }) });
}
