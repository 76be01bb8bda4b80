import { offeredSlots, type Window } from '#domain/slots/offered.ts';
import type { CallKind, Diary, Slot } from '#domain/slots/slot.ts';
import { DAY } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import type { Transaction } from '../database.ts';
import { rulesOf } from '../line.ts';
import { bookingsBetween } from './held.ts';

/** Everything that decides which times are offered for a kind of call between now and an instant. */
export async function diaryUntil(
  app: App,
  tx: Transaction,
  { kind, to, except }: { kind: CallKind; to: number; except?: string | undefined },
): Promise<Diary> {
  const now = app.now().getTime();
  return {
    rules: rulesOf(app.site),
    calls: app.site.settings.calls,
    kind,
    now,
    bookings: await bookingsBetween(tx, { from: now, to, except }),
    blocks: [],
  };
}

/**
 * The times offered now for a kind of call, sorted: one query and a pure function. All of them up to
 * the horizon, or those of the London days of `window`. `except` is a booking that stands in no one's way.
 */
export async function freeTimes(
  app: App,
  kind: CallKind,
  { window, except }: { window?: Window | undefined; except?: string | undefined } = {},
): Promise<Slot[]> {
  const to = app.now().getTime() + (app.site.settings.calls['horizon-days'] + 1) * DAY;
  return offeredSlots(await diaryUntil(app, app.database, { kind, to, except }), window);
}
