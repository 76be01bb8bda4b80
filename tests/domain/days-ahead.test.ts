import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeDay } from '#domain/blocks/block.ts';
import { closedInWords, whyClosed } from '#domain/hours/closed-days.ts';
import { hoursOn } from '#domain/hours/rules.ts';
import { availableSlots } from '#domain/slots/available-slots.ts';
import { daysAhead, type Outlook } from '#domain/slots/days-ahead.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import { busyTime, makeCalls, makeDiary } from '../support/diary.ts';
import { makeHours, makeRules, NAMED_BANK_HOLIDAYS } from '../support/line.ts';
import { london } from '../support/london.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';
import { slotWorlds } from '../support/slot-worlds.ts';

const day = (text: string) => dayFromIso(text) ?? Number.NaN;

const SETTINGS = {
  hours: { wednesday: { opens: 600, closes: 780 }, friday: 'closed' as const },
  closures: [{ from: '2026-12-10', to: '2026-12-10', why: 'Training' }],
};

const makeOutlook = (overrides: Partial<Outlook> = {}): Outlook => ({
  ...makeDiary({ rules: makeRules(SETTINGS), now: london('2026-11-24T10:00') }),
  line: { hours: makeHours(SETTINGS.hours), closures: SETTINGS.closures, datedHours: [] },
  bankHolidays: NAMED_BANK_HOLIDAYS,
  blocks: [],
  away: [],
  ...overrides,
});

const TODAY = day('2026-11-24');

const on = (date: string, overrides: Partial<Outlook> = {}, ahead?: number) =>
  daysAhead(
    makeOutlook(overrides),
    ahead === undefined ? undefined : { first: TODAY, last: TODAY + ahead },
  ).find((each) => each.day === day(date));

describe('the days ahead', () => {
  it('are the thirty weekdays up to the horizon, whichever day it is', () => {
    for (let ahead = 0; ahead < 7; ahead += 1) {
      const now = london('2026-11-24T10:00') + ahead * 864e5;
      const dates = daysAhead(makeOutlook({ now })).map((each) => isoDate(each.day));
      expect(dates).toHaveLength(30);
      expect(dates).toEqual([...new Set(dates)].sort());
    }
    expect(
      daysAhead(makeOutlook())
        .map((each) => isoDate(each.day))
        .slice(0, 5),
    ).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30']);
  });

  it('count what is free for each kind of call, with its own notice', () => {
    expect(on('2026-11-24')).toMatchObject({
      hours: { opens: 540, closes: 1080 },
      closed: undefined,
      free: { callback: 14, 'discovery-call': 0 },
      booked: 0,
    });
    expect(on('2026-11-26')).toMatchObject({ free: { callback: 18, 'discovery-call': 18 } });
    expect(on('2026-11-25')).toMatchObject({
      hours: { opens: 600, closes: 780 },
      free: { callback: 6, 'discovery-call': 4 },
    });
  });

  it('say why a day is closed', () => {
    const closed = (date: string, overrides?: Partial<Outlook>) => {
      const why = on(date, overrides)?.closed;
      return why && closedInWords(why);
    };
    expect(closed('2026-11-27')).toBe('on Fridays, in the settings');
    expect(closed('2026-12-10')).toBe('Training');
    expect(closed('2026-12-28', { now: london('2026-12-15T10:00') })).toBe(
      'Boxing Day (substitute day), a bank holiday',
    );
    expect(closed('2026-11-26')).toBeUndefined();
  });

  it('say what is blocked, in order, and offer nothing then', () => {
    const blocks = [
      { id: 'b', start: london('2026-11-26T15:00'), end: london('2026-11-26T16:00') },
      { id: 'a', start: london('2026-11-26T09:00'), end: london('2026-11-26T12:00'), why: 'Away' },
      { id: 'c', ...wholeDay(day('2026-11-30')) },
    ];
    const thursday = on('2026-11-26', { blocks });
    expect(thursday?.blocks.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(thursday?.free.callback).toBe(10);
    expect(on('2026-11-30', { blocks })).toMatchObject({
      blocks: [{ id: 'c' }],
      free: { callback: 0, 'discovery-call': 0 },
    });
    expect(on('2026-12-01', { blocks })?.blocks).toEqual([]);
  });

  it('count the calls booked on each day, those that are over today included', () => {
    const bookings = [
      busyTime('2026-11-24T09:00', '2026-11-24T09:30'),
      busyTime('2026-11-24T17:30', '2026-11-24T18:00'),
      busyTime('2026-11-26T09:00', '2026-11-26T10:00'),
    ];
    expect(on('2026-11-24', { bookings })?.booked).toBe(2);
    expect(on('2026-11-26', { bookings })).toMatchObject({ booked: 1, free: { callback: 16 } });
  });

  it('say what is too far ahead to be booked', () => {
    const calls = makeCalls({ 'horizon-days': 7 });
    expect(on('2026-12-01', { calls })?.beyond).toBe(false);
    expect(on('2026-12-02', { calls }, 20)).toMatchObject({ beyond: true, free: { callback: 0 } });
  });

  it('count exactly what is offered', { timeout: PROPERTY_TIMEOUT }, () => {
    check(
      'the days ahead count each time offered within them',
      fc.property(slotWorlds, ({ diary, line }) => {
        const blocks = diary.blocks.map((block, index) => ({ ...block, id: String(index) }));
        const days = daysAhead({ ...diary, line, bankHolidays: NAMED_BANK_HOLIDAYS, blocks });
        const today = days[0]?.day ?? Number.NaN;
        for (const kind of ['callback', 'discovery-call'] as const) {
          const total = days.reduce((sum, { free }) => sum + free[kind], 0);
          const window = { from: today, days: 60 };
          const weekdays = availableSlots({ ...diary, kind }, window).filter(
            ({ start }) => start < (days.at(-1)?.day ?? 0) * 864e5 + 864e5,
          );
          expect(total).toBe(weekdays.length);
        }
      }),
    );
  });
});

describe('why a day is closed', () => {
  it('is known of just the days on which the line does not open', () => {
    const rules = makeRules(SETTINGS);
    const line = { hours: makeHours(SETTINGS.hours), closures: SETTINGS.closures, datedHours: [] };
    for (let at = day('2025-01-01'); at <= day('2041-12-31'); at += 1) {
      const closed = whyClosed(line, NAMED_BANK_HOLIDAYS, at);
      expect(closed === undefined, isoDate(at)).toBe(hoursOn(rules, at) !== undefined);
    }
  });
});
