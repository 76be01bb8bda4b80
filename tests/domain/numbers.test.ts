import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  type Counted,
  isCounted,
  isFirstWorkingDay,
  numbersBy,
  openMinutesSince,
  PERIODS,
  periodStarts,
} from '#domain/desk/numbers.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { BANK_HOLIDAYS, makeRules } from '../support/line.ts';
import { london, zoned } from '../support/london.ts';
import { check } from '../support/properties.ts';

const day = (iso: string) => dayFromIso(iso) ?? Number.NaN;
const rules = makeRules();

const NOTHING: Counted = {
  ...{ byHand: [], booked: [], calls: [], outcomes: [], complaints: [], answers: [] },
};

/** Open minutes between two instants, counted minute by minute on the calendar. */
function countedByHand(from: number, to: number): number {
  let open = 0;
  for (let at = from; at < to; at += 60_000) {
    const wall = zoned(at);
    const isWorking = wall.dayOfWeek < 6 && !BANK_HOLIDAYS.includes(wall.toPlainDate().toString());
    if (isWorking && wall.hour >= 9 && wall.hour < 18) open += 1;
  }
  return open;
}

const wholeMinute = (instant: number) => Math.floor(instant / 60_000) * 60_000;

describe('open minutes', () => {
  test.each([
    ['within a day', '2026-11-24T10:00', '2026-11-24T10:25', 25],
    ['from before we open', '2026-11-24T07:00', '2026-11-24T09:10', 10],
    ['overnight', '2026-11-24T17:50', '2026-11-25T09:05', 15],
    ['over a weekend', '2026-11-27T17:00', '2026-11-30T10:00', 120],
    ['over Christmas', '2026-12-24T17:30', '2026-12-29T09:30', 60],
    ['on a Sunday', '2026-11-29T10:00', '2026-11-29T15:00', 0],
  ])('%s', (_, from, to, expected) => {
    const openAt = openMinutesSince(rules, day('2026-11-01'), day('2027-01-10'));
    expect(openAt(london(to)) - openAt(london(from))).toBe(expected);
  });

  test('are those of a count by hand, at any two minutes, clock changes among them', () => {
    const start = london('2026-10-20T00:00');
    const minutes = fc.integer({ min: 0, max: 16 * 1440 });
    check(
      'open minutes',
      fc.property(minutes, fc.integer({ min: 0, max: 3 * 1440 }), (after, length) => {
        const from = start + after * 60_000;
        const to = from + length * 60_000;
        const first = wallClockAt(start).day;
        const openAt = openMinutesSince(rules, first, first + 30);
        expect(openAt(to) - openAt(from)).toBe(countedByHand(from, to));
      }),
    );
  });
});

describe('periods', () => {
  test('are weeks from Monday, and months from the first', () => {
    const weeks = periodStarts('week', day('2026-11-29')).map(isoDate);
    expect([weeks.length, weeks.at(-2), weeks.at(-1)]).toEqual([
      PERIODS + 1,
      '2026-11-23',
      '2026-11-30',
    ]);
    const months = periodStarts('month', day('2026-11-30')).map(isoDate);
    expect([months[0], months.at(-2), months.at(-1)]).toEqual([
      '2025-12-01',
      '2026-11-01',
      '2026-12-01',
    ]);
  });

  test.each(['week', 'month'] as const)('by %s leave no day out and hold none twice', (length) => {
    check(
      `periods by ${length}`,
      fc.property(fc.integer({ min: day('2026-01-01'), max: day('2040-12-31') }), (today) => {
        const starts = periodStarts(length, today);
        expect(starts.toSorted((one, other) => one - other)).toEqual(starts);
        expect(today).toBeGreaterThanOrEqual(starts.at(-2) ?? Number.NaN);
        expect(today).toBeLessThan(starts.at(-1) ?? Number.NaN);
        for (const start of starts) {
          const date = Temporal.PlainDate.from(isoDate(start));
          expect(length === 'week' ? date.dayOfWeek : date.day).toBe(1);
        }
      }),
    );
  });
});

describe('the first working day of a month', () => {
  test.each([
    ['2026-12-01', true],
    ['2026-12-02', false],
    ['2026-08-01', false],
    ['2026-08-03', true],
    ['2027-01-01', false],
    ['2027-01-04', true],
  ])('%s: %s', (iso, expected) => {
    expect(isFirstWorkingDay(rules, day(iso))).toBe(expected);
  });

  test('comes once in every month, on no holiday and no weekend', () => {
    check(
      'first working days',
      fc.property(
        fc.integer({ min: 2026, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        (year, month) => {
          const first = Temporal.PlainDate.from({ year, month, day: 1 });
          const days = Array.from({ length: first.daysInMonth }, (_, at) =>
            first.add({ days: at }),
          );
          const working = days.filter(
            (one) => one.dayOfWeek < 6 && !BANK_HOLIDAYS.includes(one.toString()),
          );
          const said = days.filter((one) => isFirstWorkingDay(rules, day(one.toString())));
          expect(said.map(String)).toEqual(working.slice(0, 1).map(String));
        },
      ),
    );
  });
});

describe('what is counted', () => {
  const today = day('2026-11-27');
  const latest = (counted: Partial<Counted>) =>
    numbersBy('week', { ...NOTHING, ...counted }, rules, today).at(-1);

  test('with nothing is nothing, and no time is made up', () => {
    const periods = numbersBy('month', NOTHING, rules, today);
    expect(periods).toHaveLength(PERIODS);
    for (const { enquiries, callbacks, answer } of periods) {
      expect([enquiries, callbacks]).toEqual([0, 0]);
      expect(answer).toEqual({ answered: 0, waiting: 0, median: undefined, slowest: undefined });
    }
  });

  test('stands in the period of its day', () => {
    const monday = day('2026-11-23');
    const counted = {
      byHand: [{ day: monday, count: 2 }],
      booked: [
        { day: monday, count: 6, kind: 'callback' as const },
        { day: monday + 6, count: 1, kind: 'callback' as const },
        { day: monday - 1, count: 9, kind: 'callback' as const },
        { day: monday, count: 2, kind: 'discovery-call' as const },
        { day: monday + 7, count: 9, kind: 'discovery-call' as const },
      ],
      calls: [
        { day: monday, count: 3, kind: 'callback' as const },
        { day: monday + 6, count: 1, kind: 'callback' as const },
        { day: monday - 1, count: 9, kind: 'callback' as const },
        { day: monday, count: 4, kind: 'discovery-call' as const },
        { day: monday, count: 5, kind: 'cancelled' as const },
      ],
      outcomes: [{ day: monday, count: 7, outcome: 'spoke' as const }],
      complaints: [
        { day: monday, count: 2, what: 'received' as const },
        { day: monday + 6, count: 1, what: 'ended' as const },
        { day: monday - 1, count: 8, what: 'ended' as const },
      ],
    };
    expect(latest(counted)).toMatchObject({
      ...{
        byHand: 2,
        callbacksBooked: 7,
        discoveryCallsBooked: 2,
        callbacks: 4,
        discoveryCalls: 4,
        cancelled: 5,
      },
      ...{ complaints: 2, complaintsEnded: 1 },
      outcomes: { spoke: 7, commissioned: 0 },
    });
  });

  test('is something where a call was booked, whatever day it is for', () => {
    const booked = [{ day: today, count: 1, kind: 'discovery-call' as const }];
    expect([latest({}), latest({ booked })].map((one) => one && isCounted(one))).toEqual([
      ...[false, true],
    ]);
  });

  /** Enquiries of the day their first one came on, such as they are read. */
  const answersOf = (all: readonly { at: number; answered: number | undefined }[]) => {
    const told = all.filter((one) => one.answered !== undefined);
    return {
      day: wallClockAt(all[0]?.at ?? 0).day,
      enquiredAt: Float64Array.from(told, ({ at }) => at),
      answeredAt: Float64Array.from(told, ({ answered }) => answered ?? Number.NaN),
      waiting: all.length - told.length,
    };
  };

  test('says the middle time and the slowest, of those that were answered alone', () => {
    const at = london('2026-11-24T09:00');
    const times = (...minutes: (number | undefined)[]) =>
      latest({
        answers: [
          answersOf(
            minutes.map((after) => ({
              at,
              answered: after === undefined ? undefined : at + after * 60_000,
            })),
          ),
        ],
      })?.answer;
    expect(times(30)).toEqual({ answered: 1, waiting: 0, median: 30, slowest: 30 });
    expect(times(90, 10, undefined)).toEqual({ answered: 2, waiting: 1, median: 10, slowest: 90 });
    expect(times(5, 200, 45)).toEqual({ answered: 3, waiting: 0, median: 45, slowest: 200 });
  });

  test('is what a count by hand comes to, however many came, were answered or wait', () => {
    const monday = london('2026-10-19T00:00');
    const enquiry = fc.record({
      after: fc.integer({ min: 0, max: 7 * 1440 * 60 - 1 }),
      took: fc.option(fc.integer({ min: 0, max: 1440 * 60 }), { nil: undefined }),
    });
    check(
      'times to a first answer',
      fc.property(fc.array(enquiry, { minLength: 1, maxLength: 6 }), (all) => {
        const sent = all.map(({ after, took }) => {
          const at = monday + after * 1000;
          return { at, answered: took === undefined ? undefined : at + took * 1000 };
        });
        const periods = numbersBy('week', { ...NOTHING, answers: [answersOf(sent)] }, rules, today);
        const counted = sent
          .flatMap(({ at, answered }) =>
            answered === undefined ? [] : [countedByHand(wholeMinute(at), wholeMinute(answered))],
          )
          .sort((one, other) => one - other);
        const slow = {
          answered: counted.length,
          waiting: sent.length - counted.length,
          // As many are quicker as are slower, or one fewer.
          median: counted[Math.floor((counted.length - 1) / 2)],
          slowest: counted[counted.length - 1],
        };
        const week = periods.find(({ from }) => from === wallClockAt(monday).day);
        expect([week?.enquiries, week?.answer]).toEqual([sent.length, slow]);
      }),
    );
  });
});
