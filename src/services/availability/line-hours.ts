import type { Transaction } from '#data/client.ts';
import { narrowingsFrom } from '#data/narrowing-repository.ts';
import { closedFromToday } from '#domain/hours/line-answer.ts';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import { type Days, type OpenTimes, openTimes } from '#domain/hours/open-times.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';

/** The London day it is. */
export const todayOf = (app: App): number => wallClockAt(app.now().getTime()).day;

/** The last London day that can be booked at present. */
export const horizonOf = (app: App): number =>
  todayOf(app) + app.site.settings.calls['horizon-days'];

/** The last day on which any of these holds. */
export const lastOf = (narrowings: readonly Narrowing[], first: number) =>
  Math.max(first, ...narrowings.map(({ to }) => dayFromIso(to) ?? first));

/** When the line is open, from the settings and bank holidays of this build and what staff have set. */
export const openTimesWith = (
  { site }: App,
  narrowings: readonly Narrowing[],
  days: Days,
): OpenTimes =>
  openTimes({ hours: site.settings.line.hours, bankHolidays: site.bankHolidays }, narrowings, days);

/** When the line is open from a day on, today unless it says otherwise, if just these were set. */
export const openTimesFrom = (
  app: App,
  narrowings: readonly Narrowing[],
  first: number = todayOf(app),
): OpenTimes => openTimesWith(app, narrowings, { first, last: lastOf(narrowings, first) });

/** When the line is open from a day on, today unless it says otherwise, as staff have set it at this moment. */
export async function readOpenTimes(
  app: App,
  tx: Transaction = app.database,
  first: number = todayOf(app),
): Promise<OpenTimes> {
  return openTimesFrom(app, await narrowingsFrom(tx, isoDate(first)), first);
}

/** The whole days of the next three weeks on which the line is closed, as staff have set it at this moment: never why. */
export const readClosedDays = async (app: App, tx: Transaction = app.database): Promise<string> =>
  closedFromToday(await readOpenTimes(app, tx), todayOf(app));
