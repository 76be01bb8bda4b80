import type { Transaction } from '#data/client.ts';
import { countNumbers } from '#data/numbers-repository.ts';
import {
  isCounted,
  isFirstWorkingDay,
  numbersBy,
  type Period,
  type PeriodLength,
  periodStarts,
} from '#domain/desk/numbers.ts';
import { dateOf } from '#domain/time/day.ts';
import { instantAt, wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { readOpenTimes } from '../availability/line-hours.ts';

/** What there was in each of the last weeks or months, oldest first, of what is still kept. */
export async function readNumbers(
  app: App,
  length: PeriodLength,
  tx: Transaction = app.database,
): Promise<Period[]> {
  const today = wallClockAt(app.now().getTime()).day;
  const starts = periodStarts(length, today);
  const begins = starts.map((day) => ({ day, at: new Date(instantAt(day, 0)) }));
  const { rules } = await readOpenTimes(app, tx, starts[0] ?? today);
  return numbersBy(length, await countNumbers(tx, begins), rules, today);
}

/** The month before this one, on the first working day of a month, if anything was counted in it. */
export async function readMonthBefore(app: App, tx: Transaction): Promise<Period | undefined> {
  const today = wallClockAt(app.now().getTime()).day;
  const { rules } = await readOpenTimes(app, tx, today - dateOf(today).date + 1);
  if (!isFirstWorkingDay(rules, today)) return undefined;
  const before = (await readNumbers(app, 'month', tx)).at(-2);
  return before && isCounted(before) ? before : undefined;
}
