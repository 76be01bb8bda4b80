import { offeredSlots, type Window } from '#domain/slots/offered.ts';
import type { CallKind, Diary, Slot } from '#domain/slots/slot.ts';
import { DAY } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import type { Transaction } from '../database.ts';
import { rulesOf } from '../line.ts';
import { heldBetween } from './held.ts';

/** Which kind of call is asked about, between which instants, and which call's own time counts as free. */
interface Reading {
  kind: CallKind;
  /** From now, unless it says otherwise. */
  from?: number;
  to: number;
  except?: string | undefined;
}

/** Everything that decides which times are offered for a kind of call until an instant, read in one query. */
export async function diaryUntil(
  app: App,
  tx: Transaction,
  { kind, from, to, except }: Reading,
): Promise<Diary> {
  const now = app.now().getTime();
  return {
    rules: rulesOf(app.site),
    calls: app.site.settings.calls,
    kind,
    now,
    ...(await heldBetween(tx, { from: from ?? now, to, now, except })),
  };
}

/**
 * The times offered now for a kind of call, sorted: one query and a pure function. All of them up to
 * the horizon, or those of the London days of `window`. `except` is a call whose own time counts as free.
 */
export async function freeTimes(
  app: App,
  kind: CallKind,
  { window, except }: { window?: Window | undefined; except?: string | undefined } = {},
): Promise<Slot[]> {
  const to = app.now().getTime() + (app.site.settings.calls['horizon-days'] + 1) * DAY;
  return offeredSlots(await diaryUntil(app, app.database, { kind, to, except }), window);
}
