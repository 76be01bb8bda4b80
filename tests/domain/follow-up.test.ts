import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followUpDay, workingDaysAfter } from '#domain/desk/follow-up.ts';
import { OUTCOME_NAMES } from '#domain/desk/outcomes.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import { BANK_HOLIDAYS, makeRules } from '../support/line.ts';
import { london, zoned } from '../support/london.ts';

/** Instants of 2026 to 2040, to the minute. */
const anyInstant = fc
  .integer({
    min: Date.parse('2026-01-01T00:00Z') / 60_000,
    max: Date.parse('2040-11-30T00:00Z') / 60_000,
  })
  .map((minute) => minute * 60_000);

const dayAfter = (instant: string, count: number, rules = makeRules()) =>
  isoDate(workingDaysAfter(rules, london(instant), count));

describe('three working days on', () => {
  it.each([
    ['from a Monday', '2026-11-23T10:00', '2026-11-26'],
    ['over a weekend', '2026-11-26T17:59', '2026-12-01'],
    ['from a Saturday', '2026-11-28T10:00', '2026-12-02'],
    ['from the last minute of a day in summer time', '2026-06-30T23:59', '2026-07-03'],
    ['over the night the clocks go back', '2026-10-23T10:00', '2026-10-28'],
  ])('%s', (_, instant, expected) => {
    expect(dayAfter(instant, 3)).toBe(expected);
  });

  it('counts no bank holiday, and no day the line never opens', () => {
    expect(dayAfter('2026-12-23T10:00', 3)).toBe('2026-12-30');
    expect(dayAfter('2026-11-26T10:00', 1, makeRules({ hours: { friday: 'closed' } }))).toBe(
      '2026-11-30',
    );
  });

  it('leaves as many working days behind as were asked for, whatever the day, the clock and the holidays', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 9 }), (from, count) => {
        const last = isoDate(workingDaysAfter(makeRules(), from, count));
        let day = zoned(from).toPlainDate();
        let working = 0;
        while (day.toString() < last) {
          day = day.add({ days: 1 });
          if (day.dayOfWeek < 6 && !BANK_HOLIDAYS.includes(day.toString())) working += 1;
        }
        expect(working).toBe(count);
        expect(day.dayOfWeek < 6 && !BANK_HOLIDAYS.includes(last)).toBe(true);
      }),
    );
  });
});

describe('when a case is looked at again', () => {
  const now = london('2026-11-23T10:00');

  it.each(OUTCOME_NAMES)('after “%s”', (outcome) => {
    const rests = ['spoke', 'left a message', 'wrote'].includes(outcome);
    const day = followUpDay(makeRules(), now, { outcome });
    expect(day && isoDate(day)).toBe(rests ? '2026-11-26' : undefined);
    const followUp = dayFromIso('2026-12-15');
    expect(followUpDay(makeRules(), now, { outcome, followUp })).toBe(followUp);
  });
});
