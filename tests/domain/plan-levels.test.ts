import { describe, expect, test } from 'vitest';
import { faults, planned, read } from '../support/read-plan.ts';

const NOT_A_NUMBER = 'Enter a whole number, such as 46';

describe('a row for each level', () => {
  test('stands in place of people', () => {
    const { plan, typed } = planned('row=managers:22&row=directors:12&rhythm=monthly');
    expect(plan.people).toBe(34);
    expect(plan.rows.map(({ level, people }) => [level, people])).toEqual([
      ['directors', 12],
      ['managers', 22],
    ]);
    expect(typed).toMatchObject({ people: '', levels: { directors: '12', managers: '22' } });
  });

  test('may agree with people, but not differ', () => {
    expect(planned('people=34&row=directors:12&row=managers:22&rhythm=monthly').plan.people).toBe(
      34,
    );
    expect(faults('people=46&row=directors:12&row=managers:22&rhythm=monthly')).toEqual([
      {
        field: 'people',
        message: 'The levels add up to 34 people, not 46. Change one of them, or leave this empty.',
      },
    ]);
  });

  test('a level of nobody is no level', () => {
    const { plan } = planned('people=46&row=carers:0&rhythm=monthly');
    expect(plan.rows).toHaveLength(1);
    expect(faults('row=carers:0&rhythm=monthly')).toEqual([
      { field: 'people', message: NOT_A_NUMBER },
    ]);
  });

  test.each(['few', '-1', '2.5'])('refuses %s people, at the level', (typed) => {
    const query = `row=managers:${typed}&row=directors:12&rhythm=monthly`;
    expect(faults(query)).toEqual([{ field: 'managers', message: NOT_A_NUMBER }]);
    expect(read(query).typed.levels.managers).toBe(typed);
  });

  test.each(['row=kings:3', 'row=managers:3&row=managers:9', 'row=:4', 'row=46'])(
    'refuses %s, which is no level or one given before',
    (rows) => {
      expect(faults(`${rows}&rhythm=monthly`)).toEqual([
        {
          field: 'directors',
          message:
            'Give each of these levels once, with a number: directors, managers, practitioners, carers',
        },
      ]);
    },
  );

  test('refuses more people in all than an enquiry can carry', () => {
    expect(faults('row=managers:60000&row=carers:60000&rhythm=monthly')).toMatchObject([
      { field: 'directors' },
    ]);
  });
});

describe('a choice of groups', () => {
  test('is kept', () => {
    const { plan, notes } = planned('people=60&rhythm=monthly&sessions=12&groups=6');
    expect(plan).toMatchObject({ chosen: { groups: 6 } });
    expect(notes).toEqual([]);
  });

  test.each(['9', 'six', '0'])('of %s for 60 people is noted and not taken', (groups) => {
    const { plan, notes } = planned(`people=60&rhythm=monthly&groups=${groups}`);
    const taken = plan.status === 'fits' ? plan.chosen.groups : 0;
    expect([5, 6]).toContain(taken);
    expect(notes).toEqual([
      `These people do not make that number of groups, so this plan has ${taken}.`,
    ]);
  });
});
