import { countNumbers } from '#data/numbers-repository.ts';
import { numbersBy, type Period, type PeriodLength, periodStarts } from '#domain/desk/numbers.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { rulesOf } from '../availability/line-hours.ts';

/** What there was in each of the last weeks or months, oldest first, of what is still kept. */
export async function readNumbers(app: App, length: PeriodLength): Promise<Period[]> {
  const today = wallClockAt(app.now().getTime()).day;
  const starts = periodStarts(length, today);
  const [first = today, last = today] = [starts[0], starts.at(-1)];
  const span = { from: new Date(instantAt(first, 0)), to: new Date(instantAt(last, 0)) };
  return numbersBy(length, await countNumbers(app.database, span), rulesOf(app.site), today);
}
