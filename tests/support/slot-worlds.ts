import fc from 'fast-check';
import { staffAway } from '#domain/calendars/staff-away.ts';
import type { LineTimes } from '#domain/hours/line-rules.ts';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import { type OpenTimes, openTimes } from '#domain/hours/open-times.ts';
import type { Line } from '#domain/settings/line.ts';
import type { AvailabilityInput, CallKind } from '#domain/slots/slot.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { BANK_HOLIDAYS, NAMED_BANK_HOLIDAYS } from './line.ts';
import { instants, zoned } from './london.ts';
import type { SlotWorld } from './slot-rule.ts';

const MINUTE = 60_000;

/** A world the rule is asked about, and the same world as the domain is asked about it. */
export interface BothWorlds {
  world: SlotWorld;
  diary: AvailabilityInput;
  /** The week and what staff have set, from which the diary's rules were made. */
  line: LineTimes;
  /** What staff have set, closures, dated hours and blocks. */
  narrowings: readonly Narrowing[];
  window: { from: number; days: number };
}

const opening = fc
  .tuple(fc.integer({ min: 108, max: 213 }), fc.integer({ min: 1, max: 108 }))
  .map(([opens, length]) => ({
    opens: opens * 5,
    closes: Math.min(1080, (opens + length) * 5),
  }));
const nineToSix = fc.constant({ opens: 540, closes: 1080 });
const dayHours = fc.oneof(
  { weight: 4, arbitrary: nineToSix },
  { weight: 2, arbitrary: opening },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const week = fc.oneof(
  fc.tuple(nineToSix, nineToSix, nineToSix, nineToSix, nineToSix),
  fc.tuple(dayHours, dayHours, dayHours, dayHours, dayHours),
);

const calls = fc.record({
  minutes: fc.oneof(
    fc.constant(30),
    fc.integer({ min: 1, max: 8 }).map((quarters) => quarters * 15),
  ),
  everyMinutes: fc.constantFrom(15 as const, 30 as const, 30 as const, 60 as const),
  callsAtOnce: fc.integer({ min: 1, max: 3 }),
  gap: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120 })),
  notice: fc.oneof(fc.constantFrom(0, 60, 540), fc.integer({ min: 0, max: 2000 })),
  horizonDays: fc.oneof(fc.constant(41), fc.integer({ min: 1, max: 50 })),
});

/** A stretch near now: `from` quarters of an hour after it, `length` minutes long. */
const stretch = (most: number) =>
  fc.record({
    from: fc.integer({ min: -200, max: 4000 }),
    shift: fc.constantFrom(0, 0, 0, 1, 7),
    length: fc.integer({ min: 1, max: most }),
  });
const bookings = fc.array(fc.record({ line: fc.integer({ min: 1, max: 4 }), at: stretch(150) }), {
  maxLength: 120,
});
const blocks = fc.array(stretch(1440), { maxLength: 4 });
const staffBusy = fc.array(fc.array(stretch(1440), { maxLength: 12 }), { maxLength: 3 });
const closures = fc.array(
  fc.record({ after: fc.integer({ min: -3, max: 45 }), days: fc.integer({ min: 1, max: 12 }) }),
  { maxLength: 2 },
);
const spans = fc.record({
  after: fc.integer({ min: -60, max: 45 }),
  days: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 366 })),
});
const datedHours = fc.array(fc.record({ at: spans, hours: opening }), { maxLength: 2 });
const dailyBlocks = fc.array(
  fc.record({
    at: spans,
    hours: fc.option(opening, { freq: 6, nil: undefined }),
    weekdays: fc.option(fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), {
      freq: 3,
      nil: undefined,
    }),
  }),
  { maxLength: 3 },
);
const nows = fc.oneof(
  instants,
  instants.map((instant) => instant - (instant % (15 * MINUTE))),
);

/** The dates a span covers, counted from `today`. */
const datesOf = (today: string, { after, days }: { after: number; days: number }) => ({
  from: isoAfter(today, after),
  to: isoAfter(today, after + days - 1),
});

const isoAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 864e5).toISOString().slice(0, 10);

const parts = fc.record({
  now: nows,
  kind: fc.constantFrom<CallKind>('callback', 'discovery-call'),
  week,
  calls,
  bookings,
  blocks,
  staff: fc.integer({ min: 0, max: 2 }),
  staffBusy,
  closures,
  datedHours,
  dailyBlocks,
  window: fc.oneof(
    fc.constant({ after: 0, days: 60 }),
    fc.record({ after: fc.integer({ min: -5, max: 45 }), days: fc.integer({ min: 1, max: 42 }) }),
  ),
});
type Parts = typeof parts extends fc.Arbitrary<infer Made> ? Made : never;

function worldOf(made: Parts): SlotWorld {
  const { now, week: hours, calls: rule, kind } = made;
  const today = zoned(now).toPlainDate().toString();
  const quarter = now - (now % (15 * MINUTE));
  const placed = ({ from, shift, length }: { from: number; shift: number; length: number }) => {
    const start = quarter + (from * 15 + shift) * MINUTE;
    return { start, end: start + length * MINUTE };
  };
  return {
    ...rule,
    gap: kind === 'discovery-call' ? rule.gap : 0,
    now,
    hours: { 1: hours[0], 2: hours[1], 3: hours[2], 4: hours[3], 5: hours[4] },
    bankHolidays: BANK_HOLIDAYS,
    closures: made.closures.map((closure) => datesOf(today, closure)),
    datedHours: made.datedHours.map(({ at, hours: dated }) => ({
      ...datesOf(today, at),
      ...dated,
    })),
    dailyBlocks: made.dailyBlocks.map(({ at, hours: taken, weekdays }) => ({
      ...datesOf(today, at),
      ...taken,
      isoWeekdays: weekdays?.map((weekday) => weekday + 1),
    })),
    blocks: made.blocks.map(placed),
    // Everyone who gave a calendar is on the staff list, and some who gave none.
    staff: made.staffBusy.length + made.staff,
    staffBusy: made.staffBusy.map((theirs) => theirs.map(placed)),
    bookings: made.bookings.map(({ line, at }) => ({ line, ...placed(at) })),
    from: isoAfter(today, made.window.after),
    days: made.window.days,
  };
}

function hoursOf({ week }: Parts): Line['hours'] {
  const [monday, tuesday, wednesday, thursday, friday] = week;
  return {
    monday: monday ?? 'closed',
    tuesday: tuesday ?? 'closed',
    wednesday: wednesday ?? 'closed',
    thursday: thursday ?? 'closed',
    friday: friday ?? 'closed',
  };
}

/** The same as the desk would have set it. */
const narrowingsOf = (made: Parts, today: string): Narrowing[] => [
  ...made.closures.map((at, index): Narrowing => {
    const id = `closure ${index}`;
    return { id, kind: 'closure', ...datesOf(today, at), why: 'Closed' };
  }),
  ...made.datedHours.map(({ at, hours }, index): Narrowing => {
    const id = `dated hours ${index}`;
    return { id, kind: 'dated hours', ...datesOf(today, at), hours };
  }),
  ...made.dailyBlocks.map(({ at, hours, weekdays }, index): Narrowing => {
    const id = `block ${index}`;
    return { id, kind: 'block', ...datesOf(today, at), hours, weekdays };
  }),
];

/** Far enough for every booking of a world, before now and beyond its horizon. */
const AROUND = { before: 10, after: 70 };

function timesOf(made: Parts, narrowings: readonly Narrowing[]): OpenTimes {
  const today = dayFromIso(zoned(made.now).toPlainDate().toString()) ?? Number.NaN;
  const days = { first: today - AROUND.before, last: today + AROUND.after };
  return openTimes({ hours: hoursOf(made), bankHolidays: NAMED_BANK_HOLIDAYS }, narrowings, days);
}

function diaryOf(
  { kind, calls: rule }: Parts,
  world: SlotWorld,
  { rules, blocks }: OpenTimes,
): AvailabilityInput {
  return {
    rules,
    calls: {
      minutes: rule.minutes,
      'every-minutes': rule.everyMinutes,
      'calls-at-once': rule.callsAtOnce,
      'gap-after-discovery-call': rule.gap,
      notice: { callback: rule.notice, 'discovery-call': rule.notice },
      'horizon-days': rule.horizonDays,
    },
    kind,
    now: world.now,
    bookings: world.bookings,
    blocks: [...world.blocks, ...blocks],
    away: staffAway(world.staffBusy, world),
  };
}

/** Worlds from 2026 to 2040, crowded near now, with clock changes and Christmas oftener than chance. */
export const slotWorlds: fc.Arbitrary<BothWorlds> = parts.map((made) => {
  const world = worldOf(made);
  const narrowings = narrowingsOf(made, zoned(made.now).toPlainDate().toString());
  const times = timesOf(made, narrowings);
  const from = dayFromIso(world.from) ?? Number.NaN;
  const diary = diaryOf(made, world, times);
  return { world, line: times.line, narrowings, diary, window: { from, days: world.days } };
});
