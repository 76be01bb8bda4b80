import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInsideNotice, withoutNotice, withTimeToChoose } from '#domain/slots/at-desk.ts';
import { availableSlots } from '#domain/slots/available-slots.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { makeDiary } from '../support/diary.ts';
import { london } from '../support/london.ts';
import { check, PROPERTY_TIMEOUT } from '../support/properties.ts';
import { allowedStarts } from '../support/slot-rule.ts';
import { slotWorlds } from '../support/slot-worlds.ts';

test(
  'staff are offered exactly what the rule allows with no notice: never outside the hours, on another call, or past',
  () => {
    check(
      'times at the desk against the rule said the long way',
      fc.property(slotWorlds, ({ world, diary, window }) => {
        // Two weeks: the rule looks at every minute, twice.
        const days = Math.min(window.days, 14);
        const starts = availableSlots(withoutNotice(diary), { ...window, days }).map(
          ({ start }) => start,
        );
        const short = { ...world, days };
        expect(starts.map(isoInstant)).toEqual(
          allowedStarts({ ...short, notice: 0 }).map(isoInstant),
        );
        const open = new Set(allowedStarts(short));
        for (const start of starts.slice(0, 12)) {
          expect(isInsideNotice(diary, start)).toBe(!open.has(start));
        }
      }),
    );
  },
  PROPERTY_TIMEOUT,
);

test(
  'times that are offered by email leave a working day of open time to choose, on top of our notice',
  () => {
    check(
      'times to offer against the rule said the long way',
      fc.property(slotWorlds, ({ world, diary, window }) => {
        const days = Math.min(window.days, 14);
        const starts = availableSlots(withTimeToChoose(diary), { ...window, days });
        expect(starts.map(({ start }) => isoInstant(start))).toEqual(
          allowedStarts({ ...world, days, notice: world.notice + 9 * 60 }).map(isoInstant),
        );
      }),
    );
  },
  PROPERTY_TIMEOUT,
);

test.each([
  ['half an hour on, while an hour is our notice', '2026-11-24T09:30', true],
  ['an hour on', '2026-11-24T10:00', false],
  ['a time that has passed', '2026-11-24T08:30', false],
  ['a Saturday', '2026-11-28T10:00', false],
  ['no time that calls start at', '2026-11-24T09:40', false],
])('asks once more about %s: %s', (_, start, asks) => {
  const diary = makeDiary({ now: london('2026-11-24T09:00') });
  expect(isInsideNotice(diary, london(start))).toBe(asks);
});
