import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadTimes } from '#domain/offers/offer-all.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { london, zoned } from '../support/london.ts';

const slotAt = (when: string): Slot => {
  const start = london(when);
  return { start, end: start + 30 * 60_000 };
};

const callAt = (when: string, id = when) => ({
  ...slotAt(when),
  id,
  kind: 'callback' as CallKind,
});

const spread = (calls: readonly string[], free: readonly string[]) =>
  spreadTimes(
    calls.map((when, at) => callAt(when, `${at}`)),
    { callback: free.map(slotAt), 'discovery-call': [] },
  ).map(({ slots }) => slots);

const DAYS = ['23', '24', '25', '26', '27', '30'].map((date) => `2026-03-${date}`);
const HOURS = ['09:00', '10:00', '10:30', '14:00', '17:30'];
const TIMES = DAYS.flatMap((day) => HOURS.map((hour) => `${day}T${hour}`));

const londonDay = ({ start }: Slot) => zoned(start).toPlainDate().toString();

describe('the times that each of many calls is offered', () => {
  it('are about its own hour, on three days, and across the change of clocks', () => {
    expect(spread(['2026-03-28T10:00'], TIMES)).toEqual([
      ['2026-03-26T10:00', '2026-03-27T10:00', '2026-03-30T10:00'].map(slotAt),
    ]);
  });

  it('are more of one day when no other day has any', () => {
    expect(
      spread(['2026-03-24T10:00'], ['2026-03-27T09:00', '2026-03-27T10:30', '2026-03-27T17:30']),
    ).toEqual([['2026-03-27T09:00', '2026-03-27T10:30', '2026-03-27T17:30'].map(slotAt)]);
  });

  it('are nobody else’s while there are others, never its own, in order, and of as many days as have any', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...TIMES), { minLength: 1, maxLength: 12 }),
        fc.subarray(TIMES),
        (calls, free) => {
          const given = new Set<number>();
          for (const [at, slots] of spread(calls, free).entries()) {
            const own = slotAt(calls[at] ?? '').start;
            const all = free.map(slotAt).filter(({ start }) => start !== own);
            const left = all.filter(({ start }) => !given.has(start));
            expect(slots).toHaveLength(Math.min(3, all.length));
            expect(new Set(slots.map(({ start }) => start)).size).toBe(slots.length);
            expect(slots).toEqual(slots.toSorted((one, other) => one.start - other.start));
            for (const slot of slots) expect(all).toContainEqual(slot);
            const fresh = slots.filter(({ start }) => !given.has(start));
            expect(fresh).toHaveLength(Math.min(3, left.length));
            const days = Math.min(3, new Set(left.map(londonDay)).size);
            expect(new Set(fresh.map(londonDay)).size).toBe(days);
            for (const { start } of fresh) given.add(start);
          }
        },
      ),
    );
  });
});
