import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planJson } from '#domain/plan/json.ts';
import type { PlanThatFits } from '#domain/plan/plan.ts';
import { RHYTHMS, type Rhythm } from '#domain/settings/rhythms.ts';
import { FACTS } from '../support/facts.ts';
import { makePlan } from '../support/make-plan.ts';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/properties.ts';

interface WorkedCase {
  people: number;
  rhythm: Rhythm;
  sessionsPerGroup: number;
}

const WORKED_CASES: WorkedCase[] = JSON.parse(
  readFileSync(new URL('../golden/planner-cases.json', import.meta.url), 'utf8'),
);

/** Every total that groups of 10, 11 and 12 can add up to, found by adding and not by dividing. */
function totalsOfWholeGroups(limit: number): Set<number> {
  const totals = new Set([0]);
  for (let total = 1; total <= limit; total += 1) {
    if ([10, 11, 12].some((size) => totals.has(total - size))) totals.add(total);
  }
  return totals;
}

describe('the worked cases', () => {
  test.each(WORKED_CASES)('$people people, $rhythm', (worked) => {
    const { people, rhythm, sessionsPerGroup } = worked;
    expect(planJson(makePlan(people, { rhythm, sessions: sessionsPerGroup }))).toEqual(worked);
  });
});

describe('which numbers of people fit', () => {
  const misfits = Array.from({ length: 5_000 }, (_, index) => index + 1).filter(
    (people) => makePlan(people).status !== 'fits',
  );

  test('all but 1–9, 13–19, 25–29, 37–39 and 49', () => {
    const expected = [
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 17, 18, 19],
      ...[25, 26, 27, 28, 29, 37, 38, 39, 49],
    ];
    expect(misfits).toEqual(expected);
  });

  test('exactly those that whole groups do not add up to', () => {
    const totals = totalsOfWholeGroups(5_000);
    expect(misfits.every((people) => !totals.has(people))).toBe(true);
    expect(misfits.length).toBe(5_001 - totals.size);
  });

  test.each([
    [1, 'under'],
    [9, 'under'],
    [10, 'fits'],
    [12, 'fits'],
    [13, 'between'],
    [19, 'between'],
    [20, 'fits'],
    [24, 'fits'],
    [25, 'between'],
    [29, 'between'],
    [30, 'fits'],
    [36, 'fits'],
    [37, 'between'],
    [39, 'between'],
    [40, 'fits'],
    [48, 'fits'],
    [49, 'between'],
    [50, 'fits'],
  ])('%i people: %s', (people, status) => {
    expect(makePlan(people).status).toBe(status);
  });
});

describe('for any number of people, rhythm and number of meetings', () => {
  const rhythm = fc.constantFrom(...RHYTHMS);
  const asked = fc
    .tuple(fc.integer({ min: 1, max: 5_000 }), rhythm, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([people, chosen, share]) => {
      const ceiling = FACTS.rhythm['meetings-a-year'][chosen];
      return { people, rhythm: chosen, sessions: 1 + Math.floor(share * (ceiling - 1)) };
    });

  const checkAll = (check: (made: PlanThatFits) => void) =>
    fc.assert(
      fc.property(asked, ({ people, rhythm: chosen, sessions }) => {
        const made = makePlan(people, { rhythm: chosen, sessions });
        if (made.status === 'fits') check(made);
      }),
      { numRuns: propertyRuns() },
    );

  test('groups hold everyone, have 10 to 12 people, and differ by one at most', () => {
    checkAll(({ options, people }) => {
      for (const option of options) {
        expect(option.sizes).toHaveLength(option.groups);
        expect(option.sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
        expect(Math.max(...option.sizes)).toBeLessThanOrEqual(12);
        expect(Math.min(...option.sizes)).toBeGreaterThanOrEqual(10);
        expect(Math.max(...option.sizes) - Math.min(...option.sizes)).toBeLessThanOrEqual(1);
      }
    });
  });

  test('ranges run from low to high, and the year is the round as often as groups meet', () => {
    checkAll(({ options, sessions, groups }) => {
      expect(groups.fewest).toBeLessThanOrEqual(groups.most);
      for (const { daysPerRound, daysPerYear } of options) {
        expect(daysPerRound[0]).toBeLessThanOrEqual(daysPerRound[1]);
        expect(daysPerYear).toEqual([daysPerRound[0] * sessions, daysPerRound[1] * sessions]);
      }
    });
  });

  test('everyone’s time adds up, whether or not they fit', () => {
    fc.assert(
      fc.property(asked, ({ people, rhythm: chosen, sessions }) => {
        const made = makePlan(people, { rhythm: chosen, sessions });
        expect(made.minutesEach).toBe(sessions * 75);
        expect(made.minutesAll).toBe(made.minutesEach * people);
      }),
    );
  });

  test('the turns to present are as many as the meetings', () => {
    checkAll(({ chosen, sessions }) => {
      for (const { size, everyone, onceMore } of chosen.turns) {
        expect(size * everyone + onceMore).toBe(sessions);
        expect(onceMore).toBeLessThan(size);
      }
    });
  });

  test.each(RHYTHMS)(
    'more people never take fewer facilitator days (%s)',
    (chosen) => {
      const sessions = FACTS.rhythm['meetings-a-year'][chosen];
      let before = 0;
      // 500 in an ordinary run, 1,500 in `npm run properties`; PROPERTY_RUNS=1000 goes on to 5,000.
      for (let people = 1; people <= 5 * propertyRuns(); people += 1) {
        const made = makePlan(people, { rhythm: chosen, sessions });
        if (made.status !== 'fits') continue;
        const [days] = made.chosen.daysPerYear;
        expect(days).toBeGreaterThanOrEqual(before);
        before = days;
      }
    },
    PROPERTY_TIMEOUT,
  );
});
