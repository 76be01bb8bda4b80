import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sizes } from '#domain/plan/parts.ts';
import { makeFittingPlan, makePlan } from '../support/make-plan.ts';

describe('sizes', () => {
  test.each([
    [46, 4, [12, 12, 11, 11]],
    [18, 2, [9, 9]],
    [49, 5, [10, 10, 10, 10, 9]],
    [12, 1, [12]],
  ])('%i people in %i groups', (people, groups, expected) => {
    expect(sizes(people, groups)).toEqual(expected);
  });
});

describe('facilitator days in a round', () => {
  test.each([
    [1, [1, 1], true],
    [2, [1, 1], true],
    [3, [1, 1], false],
    [4, [1, 1], false],
    [5, [2, 2], true],
    [6, [2, 2], false],
    [8, [2, 2], false],
    [9, [3, 3], false],
    [12, [3, 4], false],
    [13, [4, 4], false],
    [24, [6, 8], false],
  ])('%i groups: %j, a shorter day: %s', (groups, days, shorterDay) => {
    const { chosen } = makeFittingPlan(groups * 10, { groups });
    expect(chosen).toMatchObject({ groups, daysPerRound: days, shorterDay });
  });

  test.each([
    [10, 1],
    [36, 3],
    [40, 4],
    [48, 4],
  ])('%i people take the facilitator days of 10, and use %i of its 4 places', (people, groups) => {
    const { chosen } = makeFittingPlan(people);
    expect(chosen.daysPerYear).toEqual(makeFittingPlan(10).chosen.daysPerYear);
    expect(chosen).toMatchObject({ groups, roomInRound: 4 });
  });
});

describe('turns to present', () => {
  test.each([
    [12, 12, { size: 12, everyone: 1, onceMore: 0 }],
    [11, 12, { size: 11, everyone: 1, onceMore: 1 }],
    [10, 5, { size: 10, everyone: 0, onceMore: 5 }],
  ])('%i people meeting %i times', (people, sessions, expected) => {
    expect(makeFittingPlan(people, { sessions }).chosen.turns).toEqual([expected]);
  });

  test('52 weekly meetings go round a group of 12 four times, and 4 people once more', () => {
    const { chosen } = makeFittingPlan(12, { rhythm: 'weekly', sessions: 52 });
    expect(chosen.turns).toEqual([{ size: 12, everyone: 4, onceMore: 4 }]);
  });
});

describe('what would make people fit', () => {
  test.each([
    [13, { toAdd: 7, fewerGroups: { groups: 1, sizes: [13], peopleOver: 1 } }],
    [19, { toAdd: 1, moreGroups: { groups: 2, sizes: [10, 9] } }],
    [25, { toAdd: 5, fewerGroups: { groups: 2, sizes: [13, 12], peopleOver: 1 } }],
    [37, { toAdd: 3, moreGroups: { groups: 4, sizes: [10, 9, 9, 9] } }],
    [49, { toAdd: 1, fewerGroups: { groups: 4, sizes: [13, 12, 12, 12], peopleOver: 1 } }],
  ])('%i people', (people, expected) => {
    expect(makePlan(people)).toMatchObject({ status: 'between', ...expected });
  });

  test('one person needs nine more for a group', () => {
    expect(makePlan(1)).toMatchObject({ status: 'under', toAdd: 9 });
  });
});

describe('a choice of groups', () => {
  test('is the fewest until somebody chooses', () => {
    expect(makeFittingPlan(60).chosen.groups).toBe(5);
    expect(makeFittingPlan(60, { groups: 6 }).chosen.groups).toBe(6);
  });

  test.each([
    [4, 5],
    [7, 6],
  ])('%i groups for 60 people is taken as %i', (asked, taken) => {
    expect(makeFittingPlan(60, { groups: asked }).chosen.groups).toBe(taken);
  });

  test('offers every number that fits, up to 40 of them, and then only the ends', () => {
    expect(makeFittingPlan(2_340).options).toHaveLength(40);
    expect(makeFittingPlan(5_000).options.map(({ groups }) => groups)).toEqual([417, 500]);
  });

  test('is compared with a few others', () => {
    const compared = (people: number, groups: number) =>
      makeFittingPlan(people, { groups }).compared.map((option) => option.groups);
    expect(compared(60, 5)).toEqual([5, 6]);
    expect(compared(1_200, 100)).toEqual([100, 101, 120]);
    expect(compared(1_200, 110)).toEqual([100, 109, 110, 111, 120]);
  });
});

describe('levels that do not mix', () => {
  const rows = { directors: 12, managers: 22, practitioners: 60 };

  test('form groups of their own, which are then summed', () => {
    expect(makePlan(rows)).toMatchObject({
      status: 'fits',
      people: 94,
      groups: { fewest: 8, most: 9 },
      chosen: {
        groups: 8,
        sizes: [12, 12, 12, 12, 12, 12, 11, 11],
        rows: [
          { level: 'directors', people: 12, sizes: [12] },
          { level: 'managers', people: 22, sizes: [11, 11] },
          { level: 'practitioners', people: 60, sizes: [12, 12, 12, 12, 12] },
        ],
        daysPerRound: [2, 2],
      },
    });
  });

  test('have one group more where groups are fullest', () => {
    expect(makePlan(rows, { groups: 9 })).toMatchObject({
      chosen: { groups: 9, rows: [{}, { sizes: [11, 11] }, { sizes: [10, 10, 10, 10, 10, 10] }] },
    });
  });

  test('do not fit while one of them does not, and say which', () => {
    const made = makePlan({ directors: 8, managers: 22 });
    expect(made).toMatchObject({ status: 'under', toAdd: 2, people: 30 });
    expect(made.rows.map(({ level, formation }) => [level, formation.status])).toEqual([
      ['directors', 'under'],
      ['managers', 'fits'],
    ]);
  });

  test('can never be made to fit by mixing them', () => {
    const person = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(person, person, (directors, managers) => {
        const made = makePlan({ directors, managers });
        const alone = [makePlan(directors), makePlan(managers)];
        expect(made.status === 'fits').toBe(alone.every(({ status }) => status === 'fits'));
        if (made.status !== 'fits') return;
        const held = made.chosen.rows.map((row) => row.sizes.reduce((sum, size) => sum + size, 0));
        expect(held).toEqual([directors, managers]);
        expect(made.chosen.sizes.every((size) => size >= 10 && size <= 12)).toBe(true);
      }),
    );
  });
});

describe('a large plan', () => {
  test.each([
    [2_000, false],
    [2_001, true],
  ])('%i people: %s', (people, large) => {
    expect(makePlan(people).large).toBe(large);
  });
});
