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
import { dayOfDate, weekdayOf } from '../time/day.ts';
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

/** The names of a form’s fields that cannot be read. */
type Unread = ReadonlySet<string>;

type When = Pick<NarrowingWorld, 'begun' | 'now'>;

function firstDayFault({ now, begun }: When, from: string): Fault[] {
  const today = wallClockAt(now).day;
  const first = dayOfDate(from);
  const name = (day: number) => dayInWords(day, today);
  if (first < today && from !== begun) {
    return [{ field: 'from', message: `${name(first)} is over. Choose today or a later day.` }];
  }
  if (first <= today + MOST_AHEAD) return [];
  const most = name(today + MOST_AHEAD);
  const message = `${name(first)} is more than a year ahead. Choose a day up to ${most}.`;
  return [{ field: 'from', message }];
}

/** What is wrong with a last day; `from` is missing when it cannot be read. */
function lastDayFault({ now }: When, from: string | undefined, to: string): Fault[] {
  const today = wallClockAt(now).day;
  const last = dayOfDate(to);
  const first = from === undefined ? last : dayOfDate(from);
  const fault = (message: string) => [{ field: 'to', message }];
  const name = (day: number) => dayInWords(day, today);
  if (last < first) {
    return fault(`That is before ${name(first)}, the first day. Choose a later last day.`);
  }
  if (last < today) return fault(`${name(last)} is over. Choose today or a later day.`);
  return last - first >= MOST_DAYS
    ? fault('That is more than a year. Look at the years of both dates.')
    : [];
}

/** What is wrong with the dates, as far as they can be read. A last day that is left out is the first. */
function dateFaults(world: When, { from, to }: Partial<Posted>, unread: Unread): Fault[] {
  const faults = from === undefined ? [] : firstDayFault(world, from);
  if (to !== undefined) return [...faults, ...lastDayFault(world, from, to)];
  const isFirst = from !== undefined && from === world.begun && !unread.has('to');
  return isFirst ? [...faults, ...lastDayFault(world, from, from)] : faults;
}

const { opens: EARLIEST, closes: LATEST } = WIDEST_HOURS;

/** What is wrong with hours, wherever they are asked for. */
function hoursFaults({ opens, closes }: Hours): Fault[] {
  if (closes <= opens) {
    const message = `That is not after ${clockInWords(opens)}. Choose a later end.`;
    return [{ field: 'closes', message }];
  }
  const [earliest, latest] = [clockInWords(EARLIEST), clockInWords(LATEST)];
  return [
    ...(opens < EARLIEST
      ? [{ field: 'opens', message: `Choose ${earliest} or later: the line never opens before.` }]
      : []),
    ...(closes > LATEST
      ? [
          {
            field: 'closes',
            message: `Choose ${latest} or earlier: the line never stays open after.`,
          },
        ]
      : []),
  ];
}

const BOTH: Fault = {
  field: 'much',
  message:
    'You chose whole days and times as well. Choose part of each day, or take the times out.',
};

/** What the times that were asked for have against them: too many, too few, or no hours of the line. */
function timeFaults(
  kind: NarrowingKind,
  { much, opens, closes }: Partial<Posted>,
  unread: Unread,
): Fault[] {
  if (kind === 'closure') return [];
  if (much === 'day') return opens === undefined && closes === undefined ? [] : [BOTH];
  if (opens !== undefined && closes !== undefined) return hoursFaults({ opens, closes });
  if (unread.has('much')) return [];
  return [
    ...(opens === undefined ? [{ field: 'opens', message: 'Choose when it begins.' }] : []),
    ...(closes === undefined ? [{ field: 'closes', message: 'Choose when it ends.' }] : []),
  ];
}

/** What is wrong with the days of the week, where both dates are known. */
function weekdayFaults({ weekdays, from, to = from }: Partial<Posted>, unread: Unread): Fault[] {
  if (!weekdays || weekdays.length === 0) return [];
  if (from === undefined || to === undefined || unread.has('to')) return [];
  for (let day = dayOfDate(from); day <= dayOfDate(to); day += 1) {
    if (weekdays.includes(weekdayOf(day))) return [];
  }
  const ticked = weekdays.map(weekdayName).join(' or ');
  const message = `No ${ticked} lies between the two dates. Tick another day, or look at the dates.`;
  return [{ field: 'weekdays', message }];
}

/**
 * Everything that is wrong with what was posted, as far as it can be read: `unread` names the fields that cannot, which
 * have faults of their own. Whether it would take anything away is another question.
 */
export function postedFaults(
  world: When,
  kind: NarrowingKind,
  posted: Partial<Posted>,
  unread: Unread = new Set(),
): Fault[] {
  const dates = dateFaults(world, posted, unread);
  const times = timeFaults(kind, posted, unread);
  return dates.length > 0 ? [...dates, ...times] : [...times, ...weekdayFaults(posted, unread)];
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
    Math.max(dayOfDate(narrowing.from), wallClockAt(world.now).day),
    dayOfDate(narrowing.to),
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
  const first = Math.max(dayOfDate(narrowing.from), wallClockAt(now).day);
  const length = Math.max(0, dayOfDate(narrowing.to) - first + 1);
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

/** What is to be set, as staff ask for it; if it cannot be, everything to fix. `id` is its own. */
export function validateNarrowing(
  world: NarrowingWorld,
  kind: NarrowingKind,
  posted: Posted,
  id: string,
): NarrowingValidated {
  const faults = postedFaults(world, kind, posted);
  if (faults.length > 0) return { outcome: 'unfit', faults };
  const narrowing = narrowingIn(kind, posted, id);
  return changesAnything(world, narrowing)
    ? { outcome: 'fit', narrowing }
    : unfit('from', whyNothing(world, narrowing));
}
