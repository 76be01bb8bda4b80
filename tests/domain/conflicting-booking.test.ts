import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conflictInWords,
  conflictOf,
  type TakenAway,
} from '#domain/booking/conflicting-booking.ts';
import { makeHours, makeRules, NAMED_BANK_HOLIDAYS } from '../support/line.ts';
import { london, zoned } from '../support/london.ts';
import { check, PROPERTY_TIMEOUT, propertyRuns } from '../support/properties.ts';
import { isOpenThroughout } from '../support/slot-rule.ts';
import { slotWorlds } from '../support/slot-worlds.ts';

const SETTINGS = {
  hours: { wednesday: { opens: 600, closes: 780 }, friday: 'closed' as const },
  closures: [{ from: '2026-12-21', to: '2026-12-22', why: 'Training' }],
};

const AWAY: TakenAway = {
  line: { hours: makeHours(SETTINGS.hours), closures: SETTINGS.closures, datedHours: [] },
  bankHolidays: NAMED_BANK_HOLIDAYS,
  rules: makeRules(SETTINGS),
  blocks: [
    { id: 'one', start: london('2026-11-30T13:00'), end: london('2026-11-30T15:00'), why: 'Away' },
    { id: 'two', start: london('2026-12-01T00:00'), end: london('2026-12-02T00:00') },
  ],
};

const callAt = (start: string) => ({ start: london(start), end: london(start) + 30 * 60_000 });

describe('a call that can no longer take place says why', () => {
  it.each([
    ['2026-11-27T11:00', 'The line is closed that day: on Fridays, in the settings.'],
    ['2026-12-21T11:00', 'The line is closed that day: Training.'],
    [
      '2026-12-28T11:00',
      'The line is closed that day: Boxing Day (substitute day), a bank holiday.',
    ],
    ['2026-11-25T09:30', 'The line is now open 10am to 1pm that day.'],
    ['2026-11-25T12:45', 'The line is now open 10am to 1pm that day.'],
    ['2026-11-30T12:45', 'Blocked 1pm to 3pm: Away.'],
    ['2026-11-30T14:30', 'Blocked 1pm to 3pm: Away.'],
    ['2026-12-01T17:30', 'Blocked all day.'],
    [
      '2042-01-06T11:00',
      'Bank holidays are not known as far ahead as this, so the line is closed.',
    ],
  ])('%s', (start, words) => {
    const because = conflictOf(AWAY, callAt(start));
    expect(because && conflictInWords(because)).toBe(words);
  });

  it.each(['2026-11-26T09:00', '2026-11-25T12:30', '2026-11-30T12:30', '2026-11-30T15:00'])(
    'and one at %s can',
    (start) => {
      expect(conflictOf(AWAY, callAt(start))).toBeUndefined();
    },
  );
});

describe('calls are conflicting', () => {
  it('just when the line is not open for every minute of them', {
    timeout: PROPERTY_TIMEOUT,
  }, () => {
    const seen = { conflicting: 0, standing: 0 };
    check(
      'a call is conflicting unless every minute of it is open',
      fc.property(
        slotWorlds,
        fc.integer({ min: 1, max: 120 }),
        ({ world, diary, line }, minutes) => {
          const away: TakenAway = {
            line,
            bankHolidays: NAMED_BANK_HOLIDAYS,
            rules: diary.rules,
            blocks: diary.blocks.map((block, index) => ({ ...block, id: String(index) })),
          };
          for (const { start } of world.bookings) {
            const call = { start, end: start + minutes * 60_000 };
            const conflicting = conflictOf(away, call) !== undefined;
            expect(conflicting, zoned(start).toString()).toBe(!isOpenThroughout(world, call));
            seen[conflicting ? 'conflicting' : 'standing'] += 1;
          }
        },
      ),
    );
    console.log(`${seen.conflicting} calls conflicting, ${seen.standing} not`);
    expect(Math.min(seen.conflicting, seen.standing)).toBeGreaterThan(propertyRuns() / 5);
  });
});
