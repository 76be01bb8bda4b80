import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hoursOn } from '#domain/hours/rules.ts';
import { availableSlots } from '#domain/slots/available-slots.ts';
import {
  DAYS_WITH_TIMES,
  type DayToChoose,
  daysPage,
  daysToChoose,
  halvesOfDay,
  type NothingFree,
  OPEN_DAYS,
  openedDay,
  pagesOfDays,
} from '#domain/slots/days-to-choose.ts';
import { validateStart } from '#domain/slots/validate-start.ts';
import { isoDate, weekdayOf } from '#domain/time/day.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { NAMED_BANK_HOLIDAYS } from '../support/line.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';
import { type BothWorlds, slotWorlds } from '../support/slot-worlds.ts';

const MINUTE = 60_000;

const daysIn = ({ diary, line }: BothWorlds) =>
  daysToChoose({ ...diary, line, bankHolidays: NAMED_BANK_HOLIDAYS }, availableSlots(diary));

const startsOn = (days: readonly DayToChoose[]) =>
  days.flatMap(({ slots }) => slots.map(({ start }) => start));

/** The times of a day that would be free with nothing booked or blocked and no notice to give. */
function easyTimes({ diary }: BothWorlds, day: number) {
  const notice = { callback: 0, 'discovery-call': 0 };
  const easy = { ...diary, calls: { ...diary.calls, notice }, bookings: [], blocks: [], away: [] };
  return availableSlots(easy, { from: day, days: 1 });
}

/** Whether a reason why nothing is free on a day is so, found another way than it was. */
function isTrue(worlds: BothWorlds, day: number, none: NothingFree): boolean {
  if (none.kind === 'bank holiday') return NAMED_BANK_HOLIDAYS[isoDate(day)] === none.name;
  if (none.kind === 'too soon') {
    const unbooked = { ...worlds.diary, bookings: [] };
    return easyTimes(worlds, day).every(
      ({ start }) => validateStart(unbooked, start).outcome !== 'offered',
    );
  }
  // A day that is closed has no times, however easily they are given; one that is taken is open.
  const isOpen = hoursOn(worlds.diary.rules, day) !== undefined;
  return none.kind === 'taken' ? isOpen : !isOpen && easyTimes(worlds, day).length === 0;
}

/** Every page there is, by the way a reader takes: the first, and then each later one. */
function pagesByTurning(days: readonly DayToChoose[]) {
  const first = daysPage(days);
  const pages = first ? [first] : [];
  for (let later = first?.later; later !== undefined; later = pages.at(-1)?.later) {
    const next = daysPage(days, later);
    if (!next) throw new Error('A later page has nothing free on it.');
    pages.push(next);
  }
  return pages;
}

describe('days to choose from, from 2026 to 2040', () => {
  it(
    'hold each free time exactly once, in order, on pages that lead to each other',
    () => {
      check(
        'free times seen by turning pages',
        fc.property(slotWorlds, (worlds) => {
          const days = daysIn(worlds);
          const pages = pagesByTurning(days);
          const free = availableSlots(worlds.diary).map(({ start }) => start);
          expect(startsOn(pages.flatMap((page) => page.days))).toEqual(free);
          expect(startsOn(days)).toEqual(free);
          pages.forEach((page, at) => {
            expect(page.earlier).toBe(pages[at - 1]?.days[0]?.day);
            expect(page.days.some(({ slots }) => slots.length > 0)).toBe(true);
          });
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    'are weekdays up to the horizon, each once and in order, and say truly why nothing is free',
    () => {
      check(
        'why a day has nothing free',
        fc.property(slotWorlds, (worlds) => {
          const { calls, now } = worlds.diary;
          const days = daysIn(worlds);
          const today = wallClockAt(now).day;
          const all = days.map(({ day }) => day);
          expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
          for (const { day, slots, none } of days) {
            expect(weekdayOf(day)).toBeLessThan(5);
            expect(day).toBeGreaterThanOrEqual(today);
            expect(day).toBeLessThanOrEqual(today + calls['horizon-days']);
            expect(slots.every(({ start }) => wallClockAt(start).day === day)).toBe(true);
            if (none) expect(isTrue(worlds, day, none)).toBe(true);
          }
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    'stand on pages of ten open days, five of them with something free, where there are as many',
    () => {
      check(
        'how much a page shows',
        fc.property(slotWorlds, (worlds) => {
          const pages = pagesOfDays(daysIn(worlds));
          for (const page of pages.slice(0, -1)) {
            const open = page.filter(
              ({ none }) => !none || none.kind === 'taken' || none.kind === 'too soon',
            );
            const withTimes = page.filter(({ slots }) => slots.length > 0);
            expect(open.length).toBeGreaterThanOrEqual(OPEN_DAYS);
            expect(withTimes.length).toBeGreaterThanOrEqual(DAYS_WITH_TIMES);
            expect(open.length === OPEN_DAYS || withTimes.length === DAYS_WITH_TIMES).toBe(true);
          }
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    'open on a day with something free, whatever is asked for, and on that very day where it has',
    () => {
      check(
        'the day that is open',
        fc.property(slotWorlds, fc.integer({ min: -10, max: 60 }), (worlds, ahead) => {
          const days = daysIn(worlds);
          const asked = wallClockAt(worlds.diary.now).day + ahead;
          const page = daysPage(days, asked);
          if (!page) {
            expect(startsOn(days)).toEqual([]);
            return;
          }
          const opened = openedDay(page, asked);
          expect(page.days.find(({ day }) => day === opened)?.slots.length).toBeGreaterThan(0);
          const has = days.some(({ day, slots }) => day === asked && slots.length > 0);
          if (has) expect(opened).toBe(asked);
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    'divide into morning and afternoon at noon in London, losing nothing',
    () => {
      check(
        'halves of a day',
        fc.property(slotWorlds, (worlds) => {
          for (const { slots } of daysIn(worlds)) {
            const { morning, afternoon } = halvesOfDay(slots);
            expect([...morning, ...afternoon]).toEqual(slots);
            for (const { start } of morning) expect(wallClockAt(start).minute).toBeLessThan(720);
            for (const { start } of afternoon) {
              expect(wallClockAt(start).minute).toBeGreaterThanOrEqual(720);
            }
          }
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );
});

test('nothing free at all is no page', () => {
  expect(daysPage([])).toBeUndefined();
  expect(daysPage([{ day: 20_000, slots: [], none: { kind: 'taken' } }])).toBeUndefined();
});

test('a day too soon is told from one that is taken, and today goes once no call can start', () => {
  const start = Date.parse('2026-11-24T10:00:00Z');
  const day = wallClockAt(start).day;
  const slot = { start: start + 1440 * MINUTE, end: start + 1470 * MINUTE };
  expect(
    daysPage([
      { day, slots: [], none: { kind: 'too soon' } },
      { day: day + 1, slots: [slot] },
      { day: day + 2, slots: [], none: { kind: 'taken' } },
    ])?.days,
  ).toHaveLength(2);
});
