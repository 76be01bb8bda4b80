import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Narrowing } from '#domain/hours/narrowing.ts';
import { openTimes } from '#domain/hours/open-times.ts';
import { openings } from '#domain/hours/openings.ts';
import { dayOutFault, hasDayToTakeOut, withoutDay } from '#domain/narrowings/day-out.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { makeHours, NAMED_BANK_HOLIDAYS } from '../support/line.ts';
import { london } from '../support/london.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';

const day = (date: string) => dayFromIso(date) ?? Number.NaN;

const FRIDAYS: Narrowing = {
  id: 'x',
  kind: 'block',
  from: '2026-11-27',
  to: '2027-03-26',
  hours: { opens: 780, closes: 1080 },
  weekdays: [4],
  why: 'Training',
};
const CLOSURE: Narrowing = {
  id: 'x',
  kind: 'closure',
  from: '2026-12-05',
  to: '2026-12-11',
  why: 'Away',
};
const HOURS: Narrowing = {
  id: 'x',
  kind: 'dated hours',
  from: '2027-08-02',
  to: '2027-08-06',
  hours: { opens: 600, closes: 960 },
};

const spans = (narrowing: Narrowing, date: string) =>
  withoutDay(narrowing, day(date), 'y').map(({ id, from, to }) => [id, from, to]);

describe('what is left without a day', () => {
  it.each([
    [
      'a Friday of a weekly block',
      FRIDAYS,
      '2027-01-29',
      [
        ['x', '2026-11-27', '2027-01-22'],
        ['y', '2027-02-05', '2027-03-26'],
      ],
    ],
    ['the first Friday', FRIDAYS, '2026-11-27', [['x', '2026-12-04', '2027-03-26']]],
    ['the last Friday', FRIDAYS, '2027-03-26', [['x', '2026-11-27', '2027-03-19']]],
    [
      'a day of a closure',
      CLOSURE,
      '2026-12-09',
      [
        ['x', '2026-12-05', '2026-12-08'],
        ['y', '2026-12-10', '2026-12-11'],
      ],
    ],
    ['the first day after a weekend', CLOSURE, '2026-12-07', [['x', '2026-12-08', '2026-12-11']]],
    ['the only day', { ...CLOSURE, to: '2026-12-07' }, '2026-12-07', []],
    [
      'a day of dated hours',
      HOURS,
      '2027-08-03',
      [
        ['x', '2027-08-02', '2027-08-02'],
        ['y', '2027-08-04', '2027-08-06'],
      ],
    ],
  ] as const)('%s', (_, narrowing, date, left) => {
    expect(spans(narrowing, date)).toEqual(left);
  });

  it('says the same of its days as before, and is no longer weekly once it is one day', () => {
    const left = withoutDay(FRIDAYS, day('2026-12-04'), 'y');
    expect(left).toEqual([
      { ...FRIDAYS, to: '2026-11-27', weekdays: undefined },
      { ...FRIDAYS, id: 'y', from: '2026-12-11' },
    ]);
  });
});

describe('a day that cannot be taken out', () => {
  const world = {
    hours: makeHours({ wednesday: 'closed' }),
    bankHolidays: NAMED_BANK_HOLIDAYS,
    now: london('2026-12-08T10:00'),
  };
  it.each([
    [
      'another day of the week',
      FRIDAYS,
      '2027-01-28',
      'Thursday 28 January 2027 is not one of its days. It is set for every Friday, 1pm to 6pm, Friday 27 November to Friday 26 March 2027.',
    ],
    ['a later day', CLOSURE, '2026-12-14', 'Monday 14 December is not one of its days.'],
    ['a weekend', CLOSURE, '2026-12-05', 'Saturday 5 December is not one of its days.'],
    ['a day that is over', CLOSURE, '2026-12-07', 'Monday 7 December is over.'],
    ['a closed weekday', CLOSURE, '2026-12-09', 'closed on Wednesday 9 December anyway'],
    ['a bank holiday', FRIDAYS, '2026-12-25', '(Christmas Day, a bank holiday)'],
  ] as const)('%s', (_, narrowing, date, message) => {
    expect(dayOutFault(world, narrowing, day(date))).toEqual({
      field: 'date',
      message: expect.stringContaining(message),
    });
  });

  it('leaves today and the days to come, while it is about several', () => {
    expect(dayOutFault(world, CLOSURE, day('2026-12-08'))).toBeUndefined();
    const today = day('2026-12-08');
    expect(hasDayToTakeOut(CLOSURE, today)).toBe(true);
    expect(hasDayToTakeOut(CLOSURE, day('2026-12-12'))).toBe(false);
    expect(hasDayToTakeOut({ ...CLOSURE, to: '2026-12-07' }, day('2026-12-01'))).toBe(false);
  });
});

const hours = fc
  .tuple(fc.integer({ min: 36, max: 71 }), fc.integer({ min: 1, max: 36 }))
  .map(([from, length]) => ({ opens: from * 15, closes: Math.min(1080, (from + length) * 15) }));

/** Something that is set somewhere from 2026 to 2040, around a change of the clocks more often than not. */
const narrowings = fc
  .record({
    year: fc.integer({ min: 2026, max: 2040 }),
    within: fc.oneof(
      fc.integer({ min: 70, max: 100 }),
      fc.integer({ min: 280, max: 310 }),
      fc.integer({ min: 0, max: 364 }),
    ),
    length: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 365 })),
    kind: fc.constantFrom('closure' as const, 'dated hours' as const, 'block' as const),
    hours,
    part: fc.boolean(),
    weekdays: fc.option(fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }), { nil: undefined }),
  })
  .map(({ year, within, length, kind, hours: of, part, weekdays }): Narrowing => {
    const first = Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: within });
    const [from, to] = [first.toString(), first.add({ days: length }).toString()];
    const span = { id: 'x', from, to, why: 'Away' };
    if (kind === 'closure') return { ...span, kind };
    if (kind === 'dated hours') return { ...span, kind, hours: of };
    return { ...span, kind, ...(part && { hours: of }), weekdays };
  });

/** The stretches open on each London date from a week before a span to a week after it. */
function openByDate(set: readonly Narrowing[], { from, to }: { from: string; to: string }) {
  const days = { first: day(from) - 8, last: day(to) + 8 };
  const week = { hours: makeHours(), bankHolidays: NAMED_BANK_HOLIDAYS };
  const { rules, blocks } = openTimes(week, set, days);
  return Map.groupBy(
    openings(rules, days, blocks).map(({ start, end }) => ({ start, end })),
    ({ start }) =>
      Temporal.Instant.fromEpochMilliseconds(start)
        .toZonedDateTimeISO('Europe/London')
        .toPlainDate()
        .toString(),
  );
}

/** The dates that something is about, said again in Temporal’s days of the week. */
function datesOf(narrowing: Narrowing): string[] {
  const weekdays = (narrowing.kind === 'block' && narrowing.weekdays) || [0, 1, 2, 3, 4];
  const dates: string[] = [];
  const end = Temporal.PlainDate.from(narrowing.to);
  for (
    let date = Temporal.PlainDate.from(narrowing.from);
    Temporal.PlainDate.compare(date, end) <= 0;
    date = date.add({ days: 1 })
  ) {
    if (weekdays.includes(date.dayOfWeek - 1)) dates.push(date.toString());
  }
  return dates;
}

it('opens that day as if nothing were set, and leaves every other day as it was', {
  timeout: PROPERTY_TIMEOUT,
}, () => {
  check(
    'a day taken out of what is set among others, against the days with it and without it',
    fc.property(
      narrowings,
      fc.array(narrowings, { maxLength: 1 }),
      fc.nat(),
      (narrowing, others, at) => {
        const dates = datesOf(narrowing);
        fc.pre(dates.length > 0);
        const out = dates[at % dates.length] ?? '';
        const beside = others.map((each) => ({ ...each, id: 'z' }));
        const left = withoutDay(narrowing, day(out), 'y');
        expect(new Set(left.map(({ id }) => id)).size).toBe(left.length);
        const before = openByDate([narrowing, ...beside], narrowing);
        const without = openByDate(beside, narrowing);
        const after = openByDate([...left, ...beside], narrowing);
        expect(after.get(out)).toEqual(without.get(out));
        before.delete(out);
        after.delete(out);
        expect(after).toEqual(before);
      },
    ),
  );
});
