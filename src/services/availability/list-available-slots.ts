import type { Transaction } from '#data/client.ts';
import type { OpenTimes } from '#domain/hours/open-times.ts';
import {
  type BookedBy,
  diaryFor,
  isInsideNotice,
  withTimeToChoose,
} from '#domain/slots/at-desk.ts';
import { availableSlots, type Window } from '#domain/slots/available-slots.ts';
import { type DayToChoose, daysToChoose } from '#domain/slots/days-to-choose.ts';
import type { AvailabilityInput, CallKind, Slot } from '#domain/slots/slot.ts';
import { DAY, isoDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { openTimesWith, todayOf } from './line-hours.ts';
import { readBusyTimes } from './read-busy-times.ts';

/** Which kind of call is asked about, between which instants, and which call's own time counts as free. */
interface Reading {
  kind: CallKind;
  /** From now, unless it says otherwise. */
  from?: number;
  to: number;
  except?: string | undefined;
}

/** Everything that decides which times are offered for a kind of call until an instant, read in one query. */
export async function availabilityInput(
  app: App,
  tx: Transaction,
  { kind, from, to, except }: Reading,
): Promise<AvailabilityInput & OpenTimes> {
  const now = app.now().getTime();
  const today = todayOf(app);
  const between = { from: from ?? now, to, today: isoDate(today), except };
  const { bookings, narrowings, away } = await readBusyTimes(app, tx, between);
  return {
    ...openTimesWith(app, narrowings, { first: today, last: wallClockAt(to).day }),
    calls: app.site.settings.calls,
    kind,
    now,
    bookings,
    away,
  };
}

/** Which of the times offered are asked for, and inside which transaction, if any. */
interface Asked {
  /** The London days, all up to the horizon unless it is given. */
  window?: Window | undefined;
  /** A call whose own time counts as free. */
  except?: string | undefined;
  /** Staff are not held to our notice. */
  by?: BookedBy;
  tx?: Transaction;
}

const toHorizon = (app: App) =>
  app.now().getTime() + (app.site.settings.calls['horizon-days'] + 1) * DAY;

/** The times offered now for a kind of call, sorted: one query and a pure function. */
export async function listAvailableSlots(
  app: App,
  kind: CallKind,
  { window, except, by = 'person', tx = app.database }: Asked = {},
): Promise<Slot[]> {
  const diary = await availabilityInput(app, tx, { kind, to: toHorizon(app), except });
  return availableSlots(diaryFor(diary, by), window);
}

/** The times that can be offered to somebody by email: `free` are all, and `unhurried` those that leave a working day to choose. */
export interface TimesToOffer {
  free: readonly Slot[];
  unhurried: readonly Slot[];
}

/** Those times for a kind of call, sorted; `except` is a call whose own time counts as free. */
export async function listTimesToOffer(
  app: App,
  kind: CallKind,
  except?: string,
): Promise<TimesToOffer> {
  const to = toHorizon(app);
  const diary = await availabilityInput(app, app.database, { kind, to, except });
  const free = availableSlots(diary);
  const later = new Set(availableSlots(withTimeToChoose(diary)).map(({ start }) => start));
  return { free, unhurried: free.filter(({ start }) => later.has(start)) };
}

/** What decides the days to choose from, beside the diary. */
export interface Chooser extends Pick<Asked, 'except' | 'by'> {
  /** The start a call has that is to move, in milliseconds: it is no other time to choose. */
  from?: number | undefined;
}

/**
 * Every day up to the horizon as a reader chooses from it; `except` is a call whose own time counts as free, and staff
 * are not held to our notice.
 */
export async function listDaysToChoose(
  app: App,
  kind: CallKind,
  { except, by = 'person', from }: Chooser = {},
): Promise<DayToChoose[]> {
  const to = toHorizon(app);
  const read = await availabilityInput(app, app.database, { kind, to, except });
  const diary = { ...read, ...diaryFor(read, by) };
  const free = availableSlots(diary).filter(({ start }) => start !== from);
  return daysToChoose(diary, free);
}

/** Whether a time that is free for staff is one the public could no longer have, because it is inside our notice. */
export async function needsMoreNotice(
  app: App,
  kind: CallKind,
  { start, except }: { start: number; except?: string },
): Promise<boolean> {
  const to = toHorizon(app);
  return isInsideNotice(await availabilityInput(app, app.database, { kind, to, except }), start);
}
