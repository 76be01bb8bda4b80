import type { Fault } from '../faults.ts';
import {
  type BankHolidays,
  closedInWords,
  type WhyClosed,
  whyClosed,
} from '../hours/closed-days.ts';
import type { Narrowing, NarrowingKind } from '../hours/narrowing.ts';
import { type OpenTimes, openTimes } from '../hours/open-times.ts';
import { openings } from '../hours/openings.ts';
import { listInWords } from '../list-words.ts';
import { type Hours, type Line, WIDEST_HOURS } from '../settings/line.ts';
import { dayFromIso, weekdayOf } from '../time/day.ts';
import { wallClockAt } from '../time/london.ts';
import { clockInWords, dayInWords, weekdayName } from '../time/words.ts';
import type { Posted } from './narrowing-form.ts';

/** What decides whether something can be set: the week, the bank holidays, and what is set already. */
export interface NarrowingWorld {
  hours: Line['hours'];
  bankHolidays: BankHolidays;
  /** What is set, without the one that is being changed. */
  narrowings: readonly Narrowing[];
  /** The first date of the one that is being changed, which may lie in the past. */
  begun?: string | undefined;
  /** The instant it is now, in milliseconds. */
  now: number;
}

/** What is to be set, or what to fix first. */
export type NarrowingValidated =
  | { outcome: 'fit'; narrowing: Narrowing }
  | { outcome: 'unfit'; faults: readonly Fault[] };

/** How far ahead anything may begin, and how long it may last, in days: a later year is most often a slip. */
export const MOST_AHEAD = 366;
const MOST_DAYS = 366;

const unfit = (field: string, message: string) =>
  ({ outcome: 'unfit', faults: [{ field, message }] }) as const;

const dayOf = (date: string) => dayFromIso(date) ?? Number.NaN;

function refusedDates({ now, begun }: NarrowingWorld, from: string, to: string) {
  const today = wallClockAt(now).day;
  const [first, last] = [dayOf(from), dayOf(to)];
  const name = (day: number) => dayInWords(day, today);
  if (last < first) {
    return unfit('to', `That is before ${name(first)}, the first day. Choose a later last day.`);
  }
  if (last < today) return unfit('to', `${name(last)} is over. Choose today or a later day.`);
  if (first < today && from !== begun) {
    return unfit('from', `${name(first)} is over. Choose today or a later day.`);
  }
  if (first > today + MOST_AHEAD) {
    const most = name(today + MOST_AHEAD);
    return unfit('from', `${name(first)} is more than a year ahead. Choose a day up to ${most}.`);
  }
  if (last - first >= MOST_DAYS) {
    return unfit('to', 'That is more than a year. Look at the years of both dates.');
  }
  return undefined;
}

const { opens: EARLIEST, closes: LATEST } = WIDEST_HOURS;

/** What is wrong with hours, wherever they are asked for. */
function refusedHours({ opens, closes }: Hours) {
  if (closes <= opens) {
    return unfit('closes', `That is not after ${clockInWords(opens)}. Choose a later end.`);
  }
  if (opens < EARLIEST) {
    return unfit(
      'opens',
      `Choose ${clockInWords(EARLIEST)} or later: the line never opens before.`,
    );
  }
  if (closes > LATEST) {
    return unfit(
      'closes',
      `Choose ${clockInWords(LATEST)} or earlier: the line never stays open after.`,
    );
  }
  return undefined;
}

const BOTH = unfit(
  'much',
  'You chose whole days and times as well. Choose part of each day, or take the times out.',
);

/** What the times that were asked for have against them: too many, too few, or no hours of the line. */
function refusedTimes(kind: NarrowingKind, { much, opens, closes }: Posted) {
  if (kind === 'closure') return undefined;
  if (much === 'day') return opens === undefined && closes === undefined ? undefined : BOTH;
  if (opens !== undefined && closes !== undefined) return refusedHours({ opens, closes });
  const faults = [
    ...(opens === undefined ? [{ field: 'opens', message: 'Choose when it begins.' }] : []),
    ...(closes === undefined ? [{ field: 'closes', message: 'Choose when it ends.' }] : []),
  ];
  return { outcome: 'unfit', faults } as const;
}

function weekdaysFault({ weekdays }: Posted, first: number, last: number) {
  if (!weekdays || weekdays.length === 0) return undefined;
  for (let day = first; day <= last; day += 1) {
    if (weekdays.includes(weekdayOf(day))) return undefined;
  }
  const ticked = weekdays.map(weekdayName).join(' or ');
  return unfit(
    'weekdays',
    `No ${ticked} lies between the two dates. Tick another day, or look at the dates.`,
  );
}

/** What a form asks for, whether or not it can be. */
export function narrowingIn(kind: NarrowingKind, posted: Posted, id: string): Narrowing {
  const { from, to = from, opens, closes, why } = posted;
  const hours = opens === undefined || closes === undefined ? undefined : { opens, closes };
  const given = { id, from, to, ...(why !== undefined && { why }) };
  if (kind === 'closure') return { ...given, kind, why: why ?? '' };
  if (kind === 'dated hours') return { ...given, kind, hours: hours ?? WIDEST_HOURS };
  const weekdays = [...new Set(posted.weekdays)].sort();
  return {
    ...given,
    kind,
    ...(hours && { hours }),
    ...(weekdays.length > 0 && weekdays.length < 5 && { weekdays }),
  };
}

const openIn = ({ rules, blocks }: OpenTimes, first: number, last: number) =>
  JSON.stringify(openings(rules, { first, last }, blocks));

/** Whether anything still to come would be less open than it is. */
function changesAnything(world: NarrowingWorld, narrowing: Narrowing): boolean {
  const [first, last] = [
    Math.max(dayOf(narrowing.from), wallClockAt(world.now).day),
    dayOf(narrowing.to),
  ];
  const times = (narrowings: readonly Narrowing[]) =>
    openIn(openTimes(world, narrowings, { first, last }), first, last);
  return times(world.narrowings) !== times([...world.narrowings, narrowing]);
}

const NOTHING: Readonly<Record<NarrowingKind, string>> = {
  closure: 'The line is closed on all of these days anyway. Choose days on which it opens.',
  'dated hours':
    'The line is open no longer than that on any of these days anyway. Choose fewer hours, or other days.',
  block: 'The line is closed or blocked at all of these times anyway. Choose other times or days.',
};

/** The days still to come that something that is set is about. */
function daysOf({ now }: NarrowingWorld, narrowing: Narrowing): number[] {
  const weekdays = narrowing.kind === 'block' ? narrowing.weekdays : undefined;
  const first = Math.max(dayOf(narrowing.from), wallClockAt(now).day);
  const length = Math.max(0, dayOf(narrowing.to) - first + 1);
  return Array.from({ length }, (_, index) => first + index).filter(
    (day) => weekdays?.includes(weekdayOf(day)) ?? true,
  );
}

/** Why each of some days is closed; undefined when the line opens on one of them. */
function whyAllClosed(world: NarrowingWorld, days: readonly number[]): WhyClosed[] | undefined {
  const closures = world.narrowings.filter((each) => each.kind === 'closure');
  const datedHours = world.narrowings.filter((each) => each.kind === 'dated hours');
  const times = { hours: world.hours, closures, datedHours };
  const reasons = days.flatMap((day) => whyClosed(times, world.bankHolidays, day) ?? []);
  return reasons.length === days.length ? reasons : undefined;
}

/** Why something would change nothing: the reason itself, where one reason holds of all its days. */
function whyNothing(world: NarrowingWorld, narrowing: Narrowing): string {
  const days = daysOf(world, narrowing);
  const reasons = whyAllClosed(world, days) ?? [];
  const [first] = reasons;
  const words = new Set(reasons.map(closedInWords));
  if (first === undefined || words.size !== 1) return NOTHING[narrowing.kind];
  const names = [...new Set(days.map(weekdayOf))].sort().map(weekdayName);
  const which =
    days.length === 1
      ? dayInWords(days[0] ?? 0, wallClockAt(world.now).day)
      : `every one of these days (${listInWords(names)})`;
  return `The line is closed on ${which} anyway (${closedInWords(first)}). Choose other days.`;
}

/** What is to be set, as staff ask for it; if it cannot be, what to fix, the first reason alone. `id` is its own. */
export function validateNarrowing(
  world: NarrowingWorld,
  kind: NarrowingKind,
  posted: Posted,
  id: string,
): NarrowingValidated {
  const { from, to = from } = posted;
  const refused =
    refusedDates(world, from, to) ??
    weekdaysFault(posted, dayOf(from), dayOf(to)) ??
    refusedTimes(kind, posted);
  if (refused) return refused;
  const narrowing = narrowingIn(kind, posted, id);
  return changesAnything(world, narrowing)
    ? { outcome: 'fit', narrowing }
    : unfit('from', whyNothing(world, narrowing));
}
