import { actsOf } from '#data/case-act-repository.ts';
import type { Transaction } from '#data/client.ts';
import type { ActDone } from '#domain/desk/acts.ts';
import {
  type DateSet,
  dateSet,
  dateSetter,
  isUsual,
  usualFollowUp,
} from '#domain/desk/follow-up.ts';
import type { OpenTimes } from '#domain/hours/open-times.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { readOpenTimes, todayOf } from '../availability/line-hours.ts';
import type { Case } from '../cases/case.ts';

/** The dates that a form shows which asks when to look at a case again; days count from 1 January 1970. */
export interface FollowUpDates {
  today: number;
  /** The date that is set, if one lies ahead. */
  set: DateSet | undefined;
  /** It was typed, and is not what the usual rule gave: it stays unless another is typed. */
  isTyped: boolean;
  /** The day it would be by the usual rule. */
  usual: number;
  times: OpenTimes;
}

/** The date to look at a case again that is set as it is in `tx`, if one lies ahead. */
export const readDateSet = async (
  app: App,
  { id }: Pick<Case, 'id'>,
  tx: Transaction = app.database,
): Promise<DateSet | undefined> => dateSet(await actsOf(tx, id), todayOf(app));

/** What a form about the date of a case says of it. */
export async function readFollowUpDates(app: App, found: Pick<Case, 'id'>): Promise<FollowUpDates> {
  const times = await readOpenTimes(app);
  const set = await readDateSet(app, found);
  return {
    today: todayOf(app),
    set,
    isTyped: set !== undefined && !isUsual(times.rules, set),
    usual: usualFollowUp(times.rules, app.now().getTime()),
    times,
  };
}

/** The date that somebody typed with an outcome, if it lies ahead still: not one that the usual rule gave. */
export function dateTypedWith(
  { today, times }: FollowUpDates,
  { followUp: day, act, actor, at }: Extract<ActDone, { act: 'outcome' }>,
): number | undefined {
  if (day === undefined || day <= today) return undefined;
  return isUsual(times.rules, { day, act, actor, at: at.getTime() }) ? undefined : day;
}

/** What a form says that it was shown with: the date that was set, or that none was. */
export const seenOf = (set: DateSet | undefined): string => (set ? isoDate(set.day) : 'none');

/** The day that a form was shown with, unless it has come since: nobody changed that. */
function dayIn(seen: string, today: number): number | undefined {
  const day = dayFromIso(seen);
  return day !== undefined && day > today ? day : undefined;
}

/** `meanwhile` when the date in `tx` is neither the one that a form showed nor the one that the act `leaves`. */
export async function dateMeanwhile(
  app: App,
  tx: Transaction,
  about: Pick<Case, 'id'>,
  { seen, leaves }: { seen: string | undefined; leaves?: number | undefined },
): Promise<'meanwhile' | undefined> {
  if (seen === undefined) return undefined;
  const day = (await readDateSet(app, about, tx))?.day;
  return day === dayIn(seen, todayOf(app)) || day === leaves ? undefined : 'meanwhile';
}

/** Who of the staff said last when to look at a case again, or that it has no date. */
export const dateSetBy = async (app: App, { id }: Pick<Case, 'id'>): Promise<string | undefined> =>
  dateSetter(await actsOf(app.database, id));
