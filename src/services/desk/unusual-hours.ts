import type { Transaction } from '#data/client.ts';
import { forgetReminders } from '#data/reminder-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import {
  type CameIn,
  cameInBetween,
  deleteUnusualHours,
  findUnusualHour,
  isSeenTo,
  recordUndone,
  type UnusualHour,
  unusualHoursAfter,
  writeIntoQuarantine,
} from '#data/unusual-hour-repository.ts';
import { DAY } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { bookingsOfCase } from '../bookings/booking-records.ts';
import { lockCase } from '../cases/case.ts';
import { settleCase } from '../cases/case-status-service.ts';
import { auditAct } from './audit.ts';

export type { CameIn, UnusualHour };

/** How long the desk shows unusual hours, and on the first page of the desk those that nobody has undone. */
const SHOWN_DAYS = 30;
const PRESSING_DAYS = 2;

const daysAgo = ({ now }: App, days: number) => new Date(now().getTime() - days * DAY);

/** The unusual hours of the last month, the newest first. */
export const readUnusualHours = (app: App): Promise<UnusualHour[]> =>
  unusualHoursAfter(app.database, daysAgo(app, SHOWN_DAYS));

/** Those of the last days that nobody has undone. */
export async function pressingHours(app: App): Promise<UnusualHour[]> {
  const hours = await unusualHoursAfter(app.database, daysAgo(app, PRESSING_DAYS));
  return hours.filter(({ undoneAt }) => undoneAt === null);
}

/** Deletes the unusual hours that are shown no longer. */
export const forgetUnusualHours = (app: App): Promise<void> =>
  deleteUnusualHours(app.database, daysAgo(app, SHOWN_DAYS));

/** An unusual hour and the cases that came in it, up to now. */
export interface HourRead {
  hour: UnusualHour;
  cases: readonly CameIn[];
}

/** One unusual hour with what came in it; undefined when there is none by that number. */
export async function readUnusualHour(app: App, id: number): Promise<HourRead | undefined> {
  const hour = await findUnusualHour(app.database, id);
  if (!hour) return undefined;
  const cases = await cameInBetween(app.database, { from: hour.fromAt, to: hour.untilAt });
  return { hour, cases };
}

/** Puts one case into quarantine with its calls, in `tx`, unless somebody has seen to it or it is there already. */
async function undoCase(app: App, tx: Transaction, id: string, staff: string): Promise<boolean> {
  const found = await lockCase(tx, id);
  if (!found || found.quarantinedAt || (await isSeenTo(tx, id))) return false;
  for (const booking of await bookingsOfCase(tx, id)) await forgetReminders(tx, booking.id);
  await writeIntoQuarantine(tx, id, app.now());
  await settleCase(tx, id);
  const act = 'put in quarantine: an unusual hour was undone';
  await auditAct(app, tx, { staff, act, reference: found.reference });
  return true;
}

/** What came of undoing an hour: how many cases went into quarantine. */
export type HourUndone = { kind: 'undone'; cases: number } | { kind: 'gone' };

/**
 * Undoes what came in an unusual hour up to `upTo`, which is what was shown: each case goes into quarantine, its times
 * are free, and nobody is mailed. A case is locked for itself, so one that staff see to meanwhile, or that its person
 * withdraws, is left be; pressing again does what is left and nothing twice.
 */
export async function undoUnusualHour(
  app: App,
  { id, upTo, staff }: { id: number; upTo: Date; staff: string },
): Promise<HourUndone> {
  const hour = await findUnusualHour(app.database, id);
  if (!hour) return { kind: 'gone' };
  const to = new Date(Math.min(upTo.getTime(), hour.untilAt.getTime()));
  const cameIn = await cameInBetween(app.database, { from: hour.fromAt, to });
  let cases = 0;
  for (const one of cameIn.filter(({ state }) => state === 'came in')) {
    if (await transactionRetried(app, (tx) => undoCase(app, tx, one.id, staff))) cases += 1;
  }
  await transactionRetried(app, async (tx) => {
    const isFirst = await recordUndone(tx, id, app.now());
    if (isFirst || cases > 0) await auditAct(app, tx, { staff, act: 'an unusual hour undone' });
  });
  return { kind: 'undone', cases };
}
