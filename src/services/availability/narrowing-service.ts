import { lockOpenTimes } from '#data/advisory-locks.ts';
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
import type { Narrowing, NarrowingKind } from '#domain/hours/narrowing.ts';
import type { Posted } from '#domain/narrowings/narrowing-form.ts';
import { type Preview, previewOf } from '#domain/narrowings/preview.ts';
import {
  type NarrowingValidated,
  narrowingIn,
  validateNarrowing,
} from '#domain/narrowings/validate-narrowing.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { auditAct } from '../desk/audit.ts';
import { conflictingBookings } from './conflicting-bookings.ts';
import { todayOf } from './line-hours.ts';
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
}

/** What is set is gone: there is nothing to change. */
type Gone = { outcome: 'gone' };

/** Whether something can be set as times are inside `tx`. */
export async function checkNarrowing(
  app: App,
  tx: Transaction,
  { kind, posted, id }: NarrowingAsked,
): Promise<NarrowingValidated | Gone> {
  const was = id === undefined ? undefined : await findNarrowing(tx, id);
  if (id !== undefined && was?.kind !== kind) return { outcome: 'gone' };
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

/** What the public, and those who have booked, would meet with `after` in the place of `before`; nothing is done. */
export async function previewNarrowing(
  app: App,
  { before, after }: { before?: Narrowing | undefined; after?: Narrowing | undefined },
): Promise<Preview<CallToCome>> {
  const about = [before, after].flatMap((each) => each ?? []);
  const today = todayOf(app);
  const days = {
    first: Math.max(today, Math.min(...about.map(({ from }) => dayFromIso(from) ?? today))),
    last: Math.max(today, ...about.map(({ to }) => dayFromIso(to) ?? today)),
  };
  const { narrowings, outlookWith } = await readOutlook(app, app.database, days);
  const others = narrowings.filter(({ id }) => !about.some((each) => each.id === id));
  return previewOf(outlookWith(narrowings), outlookWith(after ? [...others, after] : others), {
    days,
    calls: await callsToCome(app.database, app.now()),
  });
}

/** What came of setting something: how many calls cannot take place now, or what to fix first. */
export type NarrowingSet =
  | { outcome: 'set'; narrowing: Narrowing; stranded: number }
  | Exclude<NarrowingValidated, { outcome: 'fit' }>
  | Gone;

const saidOf = ({ id: _id, ...said }: Narrowing) =>
  JSON.stringify(Object.entries(said).sort(([one], [other]) => one.localeCompare(other)));

/** What is set already in just these words: the button was pressed twice. */
async function sameSet(app: App, tx: Transaction, { kind, posted, id }: NarrowingAsked) {
  const asked = saidOf(narrowingIn(kind, posted, ''));
  const set = await narrowingsFrom(tx, isoDate(todayOf(app)));
  return set.find((each) => (id ?? each.id) === each.id && saidOf(each) === asked);
}

const ACTS: Readonly<Record<NarrowingKind, string>> = {
  closure: 'a closure',
  'dated hours': 'dated hours',
  block: 'a block',
};

/** The calls that cannot take place any more: nobody is reminded of them. */
async function strand(app: App, tx: Transaction): Promise<number> {
  const stranded = await conflictingBookings(app, tx);
  for (const { id } of stranded) await forgetReminders(tx, id);
  return stranded.length;
}

async function set(
  app: App,
  tx: Transaction,
  asked: NarrowingAsked,
  staff: string,
): Promise<NarrowingSet> {
  await lockOpenTimes(tx);
  const again = await sameSet(app, tx, asked);
  if (again) return { outcome: 'set', narrowing: again, stranded: await strand(app, tx) };
  const judged = await checkNarrowing(app, tx, asked);
  if (judged.outcome !== 'fit') return judged;
  const { narrowing } = judged;
  if (asked.id === undefined) await insertNarrowing(tx, narrowing, app.now());
  else await updateNarrowing(tx, narrowing);
  const act = `${asked.id === undefined ? 'set' : 'changed'} ${ACTS[asked.kind]}`;
  await auditAct(app, tx, { staff, act });
  return { outcome: 'set', narrowing, stranded: await strand(app, tx) };
}

/**
 * Sets a closure, dated hours or a block, or changes one; the same again changes nothing. Anyone who is booking has
 * either finished, and then their call is among the stranded if it must be, or comes after, and then finds the time
 * taken.
 */
export const setNarrowing = (
  app: App,
  asked: NarrowingAsked,
  staff: string,
): Promise<NarrowingSet> => transactionRetried(app, (tx) => set(app, tx, asked, staff));

/** Takes away what is set, so that its time is offered again; false when it had gone already. */
export const removeNarrowing = (app: App, id: string, staff: string): Promise<boolean> =>
  transactionRetried(app, async (tx) => {
    await lockOpenTimes(tx);
    const gone = await deleteNarrowing(tx, id);
    if (gone) await auditAct(app, tx, { staff, act: `removed ${ACTS[gone.kind]}` });
    return gone !== undefined;
  });
