import { lockOpenTimes } from '#data/advisory-locks.ts';
import { openOffers } from '#data/attention-repository.ts';
import { type CallToCome, callsToCome } from '#data/call-list-repository.ts';
import type { Transaction } from '#data/client.ts';
import {
  deleteNarrowing,
  findNarrowing,
  insertNarrowing,
  narrowingsFrom,
  updateNarrowing,
} from '#data/narrowing-repository.ts';
import { forgetReminders } from '#data/reminder-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { OpenOffer } from '#domain/desk/digest.ts';
import type { Fault } from '#domain/faults.ts';
import { DAYS_ANSWERED } from '#domain/hours/line-answer.ts';
import type { Narrowing, NarrowingKind } from '#domain/hours/narrowing.ts';
import type { Days } from '#domain/hours/open-times.ts';
import {
  type DayOutPosted,
  dayOutFault,
  isAbout,
  isAlike,
  withoutDay,
} from '#domain/narrowings/day-out.ts';
import type { Posted } from '#domain/narrowings/narrowing-form.ts';
import { allSeenOf, timesSeenOf } from '#domain/narrowings/narrowing-seen.ts';
import { type Preview, previewOf } from '#domain/narrowings/preview.ts';
import {
  type NarrowingValidated,
  narrowingIn,
  validateNarrowing,
} from '#domain/narrowings/validate-narrowing.ts';
import { offeredAmong, takenFrom } from '#domain/offers/offered-times.ts';
import type { Outlook } from '#domain/slots/days-ahead.ts';
import type { Slot } from '#domain/slots/slot.ts';
import { dayFromIso, dayOfDate, isoDate } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { auditAct } from '../desk/audit.ts';
import {
  type ConflictingBooking,
  conflictingBookings,
  conflictingWithout,
} from './conflicting-bookings.ts';
import { horizonOf, todayOf } from './line-hours.ts';
import { readOutlook } from './outlook.ts';

/** What is set that is not over, in order. */
export const narrowingsToCome = (app: App): Promise<Narrowing[]> =>
  narrowingsFrom(app.database, isoDate(todayOf(app)));

/** What is set under this id, if it still is. */
export const narrowingById = (app: App, id: string): Promise<Narrowing | undefined> =>
  findNarrowing(app.database, id);

/** What staff ask for: something new, or other words for what is set under `id`. */
export interface NarrowingAsked {
  kind: NarrowingKind;
  posted: Posted;
  id?: string | undefined;
  /** What was set when the page was shown (`allSeenOf`). */
  seen?: string | undefined;
}

/** What is set is gone: there is nothing to change. */
type Gone = { outcome: 'gone' };

/** What is set is not what the page showed. */
interface Meanwhile {
  outcome: 'meanwhile';
  was: Narrowing;
}

/** Whether something can be set as times are inside `tx`. */
export async function checkNarrowing(
  app: App,
  tx: Transaction,
  { kind, posted, id, seen }: NarrowingAsked,
): Promise<NarrowingValidated | Gone | Meanwhile> {
  const was = id === undefined ? undefined : await findNarrowing(tx, id);
  if (id !== undefined && was?.kind !== kind) return { outcome: 'gone' };
  if (was && seen !== undefined && seen !== allSeenOf(was)) return { outcome: 'meanwhile', was };
  const set = await narrowingsFrom(tx, isoDate(todayOf(app)));
  const world = {
    hours: app.site.settings.line.hours,
    bankHolidays: app.site.bankHolidays,
    narrowings: set.filter((each) => each.id !== id),
    begun: was?.from,
    now: app.now().getTime(),
  };
  return validateNarrowing(world, kind, posted, id ?? app.uuid());
}

/** A person who was emailed times that a change takes away, and has chosen none yet. */
export interface OfferTaken extends OpenOffer {
  times: readonly Slot[];
}

/** What a change of times comes to, those who were offered a time that it takes away among it. */
export type PreviewOfChange = Preview<CallToCome> & { offered: readonly OfferTaken[] };

/** Who was offered which times that a change takes away. */
async function offersTaken(
  app: App,
  before: Outlook,
  after: Outlook,
  days: Days,
): Promise<OfferTaken[]> {
  const open = await openOffers(app.database, app.now());
  if (open.length === 0) return [];
  const { calls } = app.site.settings;
  const taken = takenFrom(before, after, { days, calls, now: app.now().getTime() });
  return open.flatMap(({ words, ...offer }) => {
    const times = offeredAmong(taken, { words, at: offer.at });
    return times.length > 0 ? [{ ...offer, times }] : [];
  });
}

/** What the public, and those who have booked or were offered times, would meet with `after` in the place of `before`; nothing is done. */
export async function previewNarrowing(
  app: App,
  { before, after }: { before?: Narrowing | undefined; after: readonly Narrowing[] },
): Promise<PreviewOfChange> {
  const about = [...(before ? [before] : []), ...after];
  const today = todayOf(app);
  const days = {
    first: Math.max(today, Math.min(...about.map(({ from }) => dayFromIso(from) ?? today))),
    last: Math.max(today, ...about.map(({ to }) => dayFromIso(to) ?? today)),
  };
  const { narrowings, outlookWith } = await readOutlook(app, app.database, {
    ...days,
    // As far as the line at the top of every page looks ahead from the last of them.
    last: days.last + DAYS_ANSWERED,
  });
  const others = narrowings.filter(({ id }) => !about.some((each) => each.id === id));
  const now = outlookWith(narrowings);
  const then = outlookWith([...others, ...after]);
  const calls = await callsToCome(app.database, app.now());
  const toHorizon = { ...days, last: Math.min(days.last, horizonOf(app)) };
  return {
    ...previewOf(now, then, { days, calls }),
    offered: await offersTaken(app, now, then, toHorizon),
  };
}

/** What came of setting something: how many calls cannot take place now that could before, or what to fix first. */
export type NarrowingSet =
  | { outcome: 'set'; narrowing: Narrowing; conflicting: number }
  | Exclude<NarrowingValidated, { outcome: 'fit' }>
  | Gone
  | Meanwhile;

/** What is set already in just these words: the button was pressed twice. */
async function sameSet(app: App, tx: Transaction, { kind, posted, id }: NarrowingAsked) {
  const asked = allSeenOf(narrowingIn(kind, posted, ''));
  const set = await narrowingsFrom(tx, isoDate(todayOf(app)));
  return set.find((each) => (id ?? each.id) === each.id && allSeenOf(each) === asked);
}

const ACTS: Readonly<Record<NarrowingKind, string>> = {
  closure: 'a closure',
  'dated hours': 'dated hours',
  block: 'a block',
};

/** How many calls cannot take place any more that were not among those `before`. Nobody is reminded of any that cannot. */
async function countNewlyConflicting(
  app: App,
  tx: Transaction,
  before: readonly ConflictingBooking[],
): Promise<number> {
  const conflicting = await conflictingBookings(app, tx);
  for (const { id } of conflicting) await forgetReminders(tx, id);
  return conflicting.filter(({ id }) => before.every((one) => one.id !== id)).length;
}

async function set(
  app: App,
  tx: Transaction,
  asked: NarrowingAsked,
  staff: string,
): Promise<NarrowingSet> {
  await lockOpenTimes(tx);
  const again = await sameSet(app, tx, asked);
  if (again) {
    const before = await conflictingWithout(app, tx, again.id);
    return {
      outcome: 'set',
      narrowing: again,
      conflicting: await countNewlyConflicting(app, tx, before),
    };
  }
  const judged = await checkNarrowing(app, tx, asked);
  if (judged.outcome !== 'fit') return judged;
  const { narrowing } = judged;
  const before = await conflictingBookings(app, tx);
  if (asked.id === undefined) await insertNarrowing(tx, narrowing, app.now());
  else await updateNarrowing(tx, narrowing);
  const act = `${asked.id === undefined ? 'set' : 'changed'} ${ACTS[asked.kind]}`;
  await auditAct(app, tx, { staff, act });
  return { outcome: 'set', narrowing, conflicting: await countNewlyConflicting(app, tx, before) };
}

/**
 * Sets a closure, dated hours or a block, or changes one; the same again changes nothing. Anyone who is booking has
 * either finished, and then their call is among those that conflict if it must be, or comes after, and then finds the time
 * taken.
 */
export const setNarrowing = (
  app: App,
  asked: NarrowingAsked,
  staff: string,
): Promise<NarrowingSet> => transactionRetried(app, (tx) => set(app, tx, asked, staff));

/**
 * Takes away what is set, so that its time is offered again; unless it had gone already, or is not what was `seen`
 * (`allSeenOf`).
 */
export const removeNarrowing = (
  app: App,
  { id, seen }: { id: string; seen?: string | undefined },
  staff: string,
): Promise<'removed' | 'gone' | 'meanwhile'> =>
  transactionRetried(app, async (tx) => {
    await lockOpenTimes(tx);
    const set = await findNarrowing(tx, id);
    if (!set) return 'gone';
    if (seen !== undefined && seen !== allSeenOf(set)) return 'meanwhile';
    await deleteNarrowing(tx, id);
    await auditAct(app, tx, { staff, act: `removed ${ACTS[set.kind]}` });
    return 'removed';
  });

/** What staff ask for: that one day is taken out of what is set under `id`. */
export interface DayOutAsked {
  kind: NarrowingKind;
  id: string;
  posted: DayOutPosted;
}

/**
 * What is left without the day; or why it is not taken out: what is set is gone, was changed since the page was shown,
 * or has lost that day already.
 */
export type DayOutChecked =
  | { outcome: 'fit'; was: Narrowing; left: readonly Narrowing[] }
  | { outcome: 'unfit'; was: Narrowing; fault: Fault }
  | { outcome: 'changed' | 'before' }
  | Gone;

/** Whether a day can be taken out as times are inside `tx`. */
export async function checkDayOut(
  app: App,
  tx: Transaction,
  { kind, id, posted: { date, seen } }: DayOutAsked,
): Promise<DayOutChecked> {
  const was = await findNarrowing(tx, id);
  if (was?.kind !== kind) return { outcome: 'gone' };
  const day = dayOfDate(date);
  if (seen !== undefined && seen !== timesSeenOf(was)) {
    const set = await narrowingsFrom(tx, isoDate(todayOf(app)));
    const isLeft = [was, ...set.filter((each) => isAlike(each, was))].some((each) =>
      isAbout(each, day),
    );
    return { outcome: isLeft ? 'changed' : 'before' };
  }
  const world = {
    hours: app.site.settings.line.hours,
    bankHolidays: app.site.bankHolidays,
    now: app.now().getTime(),
  };
  const fault = dayOutFault(world, was, day);
  return fault
    ? { outcome: 'unfit', was, fault }
    : { outcome: 'fit', was, left: withoutDay(was, day, app.uuid()) };
}

/** One act of several changes: each leaves a line that begins alike and says which it is. */
const DAY_OUT_ACTS = {
  only: ['removed it, as that was its only day'],
  one: ['moved its end or its beginning past that day'],
  two: ['ended it before that day', 'set it again after that day'],
} as const;

async function takeOut(
  app: App,
  tx: Transaction,
  asked: DayOutAsked,
  staff: string,
): Promise<Exclude<DayOutChecked, { outcome: 'fit' }> | { outcome: 'taken out' }> {
  await lockOpenTimes(tx);
  const judged = await checkDayOut(app, tx, asked);
  if (judged.outcome !== 'fit') return judged;
  const [first, second] = judged.left;
  if (first) await updateNarrowing(tx, first);
  else await deleteNarrowing(tx, asked.id);
  if (second) await insertNarrowing(tx, second, app.now());
  for (const what of DAY_OUT_ACTS[second ? 'two' : first ? 'one' : 'only']) {
    await auditAct(app, tx, { staff, act: `took one day out of ${ACTS[asked.kind]}: ${what}` });
  }
  return { outcome: 'taken out' };
}

/** Takes one day out of what is set, so that its time is offered again and every other day stays as it was; once, however often it is asked. */
export const takeDayOut = (
  app: App,
  asked: DayOutAsked,
  staff: string,
): ReturnType<typeof takeOut> => transactionRetried(app, (tx) => takeOut(app, tx, asked, staff));
