import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availableSlots } from '#domain/slots/available-slots.ts';
import { validateStart } from '#domain/slots/validate-start.ts';
import { isoInstant } from '#domain/time/iso.ts';
import { BANK_HOLIDAYS } from '../support/line.ts';
import { zoned } from '../support/london.ts';
import { check, PROPERTY_TIMEOUT, propertyRuns } from '../support/properties.ts';
import { allowedStarts } from '../support/slot-rule.ts';
import { slotWorlds } from '../support/slot-worlds.ts';

const MINUTE = 60_000;

describe('the times offered, from 2026 to 2040', () => {
  it(
    'are exactly those the rule allows',
    () => {
      let offered = 0;
      check(
        'times offered against the rule said the long way',
        fc.property(slotWorlds, ({ world, diary, window }) => {
          const starts = availableSlots(diary, window).map(({ start }) => isoInstant(start));
          expect(starts).toEqual(allowedStarts(world).map(isoInstant));
          offered += starts.length;
        }),
      );
      console.log(`times compared: ${offered}`);
      expect(offered).toBeGreaterThan(propertyRuns() * 10);
    },
    PROPERTY_TIMEOUT,
  );

  it(
    'keep every promise the service makes about a call',
    () => {
      check(
        'promises of each time offered',
        fc.property(slotWorlds, ({ world, diary, window }) => {
          const slots = availableSlots(diary, { ...window, days: Math.min(window.days, 7) });
          const today = zoned(world.now).toPlainDate();
          for (const { start, end } of slots) {
            const begins = zoned(start);
            const ends = zoned(end);
            expect(end - start).toBe(world.minutes * MINUTE);
            expect(begins.dayOfWeek).toBeLessThan(6);
            expect(BANK_HOLIDAYS).not.toContain(begins.toPlainDate().toString());
            expect(begins.hour).toBeGreaterThanOrEqual(9);
            expect(ends.toPlainTime().toString() <= '18:00:00').toBe(true);
            expect(ends.toPlainDate().equals(begins.toPlainDate())).toBe(true);
            expect(today.until(begins.toPlainDate()).days).toBeLessThanOrEqual(world.horizonDays);
          }
          const starts = slots.map(({ start }) => start);
          expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );

  it(
    'do not depend on the order of bookings and blocks',
    () => {
      check(
        'order of bookings and blocks',
        fc.property(slotWorlds, ({ diary, window }) => {
          const turned = {
            ...diary,
            bookings: diary.bookings.toReversed(),
            blocks: diary.blocks.toReversed(),
          };
          expect(availableSlots(turned, window)).toEqual(availableSlots(diary, window));
        }),
      );
    },
    PROPERTY_TIMEOUT,
  );
});

describe('judging a start', () => {
  it(
    'accepts exactly the times offered',
    () => {
      const quarters = fc.integer({ min: -50, max: 4500 });
      check(
        'starts judged against times offered',
        fc.property(
          slotWorlds,
          quarters,
          fc.constantFrom(0, 0, 0, MINUTE, 1),
          (worlds, after, odd) => {
            const { diary } = worlds;
            const start = diary.now - (diary.now % (15 * MINUTE)) + after * 15 * MINUTE + odd;
            const judged = validateStart(diary, start);
            const slot = availableSlots(diary).find((each) => each.start === start);
            if (slot) expect(judged).toEqual({ outcome: 'offered', slot });
            else expect(judged).toMatchObject({ message: expect.stringMatching(/Choose .*\.$/) });
          },
        ),
      );
    },
    PROPERTY_TIMEOUT,
  );
});
