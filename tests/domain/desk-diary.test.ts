import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiaryInput, diaryWeek, mondayToShow } from '#domain/desk/diary.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { makeDiary } from '../support/diary.ts';
import { makeHours } from '../support/line.ts';
import { london, zoned } from '../support/london.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';
import { allowedStarts } from '../support/slot-rule.ts';
import { slotWorlds } from '../support/slot-worlds.ts';

const MINUTE = 60_000;
const MONDAY = dayFromIso('2026-11-23') ?? 0;

const input = (more: Partial<DiaryInput> = {}): DiaryInput => ({
  ...makeDiary(),
  line: { hours: makeHours(), closures: [], datedHours: [] },
  bankHolidays: {},
  blocks: [],
  away: [],
  booked: [],
  ...more,
});

const callAt = (reference: string, start: number, minutes = 30) => ({
  reference,
  kind: 'callback' as const,
  name: 'A. Person',
  phone: '01632 960 001',
  start,
  end: start + minutes * MINUTE,
});

/** A day as lines: from when, how many rows, and what. */
const dayOf = (days: ReturnType<typeof diaryWeek>, index: number) =>
  days[index]?.stretches.map(
    ({ start, rows, state }) =>
      `${zoned(start).toPlainTime().toString().slice(0, 5)} ${rows} ${state.kind}`,
  );

type Stretches = ReturnType<typeof diaryWeek>[number]['stretches'];

/** From 9am to 6pm, one stretch after the other, each as long as its rows. */
function expectWhole(stretches: Stretches, every: number): void {
  let at = stretches[0]?.start ?? 0;
  expect(zoned(at).hour).toBe(9);
  for (const { start, end, rows } of stretches) {
    expect([start, end - start]).toEqual([at, rows * every * MINUTE]);
    at = end;
  }
  expect(zoned(at).hour).toBe(18);
}

/** Every start that is shown to be free. */
const freeIn = (stretches: Stretches, every: number): number[] =>
  stretches.flatMap(({ start, rows, state }) => {
    if (state.kind === 'calls') return state.alsoFree ? [start] : [];
    if (state.kind !== 'free') return [];
    return Array.from({ length: rows }, (_, index) => start + index * every * MINUTE);
  });

describe('a week of the diary', () => {
  test('shows what is booked, blocked, past and free, to the hour', () => {
    const block = {
      id: 'b',
      start: london('2026-11-24T13:00'),
      end: london('2026-11-24T15:00'),
      why: 'Training',
    };
    const call = callAt('AAAA2222', london('2026-11-24T11:00'));
    const days = diaryWeek(
      input({
        now: london('2026-11-24T10:05'),
        blocks: [block],
        booked: [call],
        bookings: [{ line: 1, start: call.start, end: call.end }],
      }),
      MONDAY,
    );
    expect(dayOf(days, 1)).toEqual([
      '09:00 3 unfree',
      '10:30 1 free',
      '11:00 1 calls',
      '11:30 3 free',
      '13:00 4 blocked',
      '15:00 6 free',
    ]);
    expect(dayOf(days, 0)).toEqual(['09:00 18 unfree']);
    expect(days.map(({ day }) => isoDate(day)).join()).toBe(
      '2026-11-23,2026-11-24,2026-11-25,2026-11-26,2026-11-27',
    );
  });

  test('draws a long call over all its rows, and shows a call on a day that was closed since', () => {
    const booked = [
      callAt('AAAA2222', london('2026-11-25T10:00'), 90),
      callAt('BBBB2222', london('2026-11-26T10:00')),
    ];
    const closures = [{ from: '2026-11-26', to: '2026-11-26', why: 'Away' }];
    const line = { hours: makeHours(), closures, datedHours: [] };
    const days = diaryWeek(input({ booked, line, rules: makeDiary().rules }), MONDAY);
    expect(dayOf(days, 2)?.[1]).toBe('10:00 3 calls');
    expect(days[3]?.closed).toEqual({ kind: 'closure', why: 'Away' });
    expect(dayOf(days, 3)).toContain('10:00 1 calls');
  });

  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-27', '2026-11-23'],
    ['2026-11-28', '2026-11-30'],
    ['2026-11-29', '2026-11-30'],
  ])('of %s begins on %s', (day, monday) => {
    expect(isoDate(mondayToShow(dayFromIso(day) ?? 0))).toBe(monday);
  });

  test(
    'has every day whole, every call once, and free exactly what the rule lets staff book',
    () => {
      check(
        'weeks of the diary against the rule said the long way',
        fc.property(slotWorlds, fc.integer({ min: 0, max: 6 }), ({ world, diary, line }, weeks) => {
          const monday = mondayToShow(
            (dayFromIso(zoned(world.now).toPlainDate().toString()) ?? 0) + weeks * 7,
          );
          const booked = world.bookings.map(({ start, end }, index) => ({
            ...callAt(`call-${index}`, start),
            end,
          }));
          const blocks = diary.blocks.map((block, index) => ({ ...block, id: String(index) }));
          const days = diaryWeek({ ...diary, line, bankHolidays: {}, blocks, booked }, monday);
          const rule = allowedStarts({
            ...world,
            notice: 0,
            gap: 0,
            from: isoDate(monday),
            days: 5,
          });
          for (const { stretches } of days) expectWhole(stretches, world.everyMinutes);
          const free = days.flatMap(({ stretches }) => freeIn(stretches, world.everyMinutes));
          const hidden = rule.filter((start) => !free.includes(start));
          expect(free.filter((start) => !rule.includes(start))).toEqual([]);
          // What is free while another call goes on is not told again: only a call's first row says so.
          for (const start of hidden) {
            expect(
              booked.some(
                (call) => call.start < start + world.everyMinutes * MINUTE && start < call.end,
              ),
            ).toBe(true);
          }
          const shown = days.flatMap(({ stretches }) =>
            stretches.flatMap(({ state }) => (state.kind === 'calls' ? state.calls : [])),
          );
          const drawn = booked.filter(({ start, end }) => {
            const day = zoned(start).toPlainDate().toString();
            const at = zoned(start);
            return (
              days.some((each) => isoDate(each.day) === day) &&
              at.hour >= 9 &&
              at.hour < 18 &&
              end > start
            );
          });
          expect(shown.map(({ reference }) => reference).sort()).toEqual(
            drawn.map(({ reference }) => reference).sort(),
          );
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );
});

test('an instant of the diary reads as London has it', () => {
  expect(isoInstant(diaryWeek(input(), MONDAY)[0]?.stretches[0]?.start ?? 0)).toBe(
    '2026-11-23T09:00:00+00:00',
  );
});
