import { describe, expect, test } from 'vitest';
import { enquiryAddress, planAddress, planSummary } from '#domain/plan/address.ts';
import { planState } from '#domain/plan/state.ts';
import { fromForm } from '#domain/plan/typed.ts';
import { FACTS } from '../support/facts.ts';
import { makePlan } from '../support/make-plan.ts';

const read = (query: string) => planState(new URLSearchParams(query), FACTS);

function planned(query: string) {
  const state = read(query);
  if (state.kind !== 'planned') throw new Error(`${query} is ${state.kind}.`);
  return state;
}

const faults = (query: string) => {
  const state = read(query);
  return state.kind === 'faults' ? state.faults : [];
};

const NOT_A_NUMBER = 'Enter a whole number, such as 46.';

describe('the address of the planner', () => {
  test('says nothing at first, whatever else it carries', () => {
    expect(read('').kind).toBe('blank');
    expect(read('utm_source=letter').kind).toBe('blank');
  });

  test('holds the whole plan', () => {
    const { plan } = planned('people=46&rhythm=monthly&sessions=12');
    expect(plan).toMatchObject({ status: 'fits', people: 46, rhythm: 'monthly', sessions: 12 });
  });

  test.each([
    ['46', 46],
    ['1,200', 1_200],
    ['12,345', 12_345],
    [' 46 ', 46],
    ['100000', 100_000],
  ])('takes %j people as %i', (typed, people) => {
    const query = new URLSearchParams({ people: typed, rhythm: 'weekly' });
    expect(planned(query.toString()).plan.people).toBe(people);
  });

  test.each(['0', '', ' ', '-4', '4.5', '1,2', '12,00', 'forty', '4e1', '0x2e', '٤٦', 'Infinity'])(
    'refuses %j people and keeps it as typed',
    (people) => {
      const query = new URLSearchParams({ people, rhythm: 'monthly' }).toString();
      expect(faults(query)).toEqual([{ field: 'people', message: NOT_A_NUMBER }]);
      expect(read(query).typed.people).toBe(people);
    },
  );

  test('refuses more people than an enquiry can carry', () => {
    expect(faults('people=100001&rhythm=monthly')).toEqual([
      { field: 'people', message: 'Enter a whole number of people up to 100,000.' },
    ]);
  });

  test.each(['', 'daily', 'Monthly'])('refuses %j as a rhythm', (rhythm) => {
    expect(faults(`people=46&rhythm=${rhythm}`)).toEqual([
      { field: 'rhythm', message: 'Choose weekly, fortnightly or monthly.' },
    ]);
  });

  test('names every fault, in the order of the form', () => {
    expect(faults('people=x&rhythm=x&sessions=x').map(({ field }) => field)).toEqual([
      'people',
      'rhythm',
      'sessions',
    ]);
  });
});

describe('the meetings in a year', () => {
  test.each([
    ['weekly', 52],
    ['fortnightly', 26],
    ['monthly', 12],
  ])('%s: %i when left empty, and shown in the form', (rhythm, sessions) => {
    const { plan, typed, notes } = planned(`people=46&rhythm=${rhythm}&sessions=`);
    expect(plan).toMatchObject({ sessions, ceiling: sessions });
    expect(typed.sessions).toBe(String(sessions));
    expect(notes).toEqual([]);
  });

  test.each([
    ['1', 1, []],
    ['12', 12, []],
    ['13', 12, ['There are at most 12 monthly meetings in a year, so this plan has 12.']],
    ['1,000', 12, ['There are at most 12 monthly meetings in a year, so this plan has 12.']],
    ['0', 1, ['A group meets at least once, so this plan has 1 meeting.']],
    ['-3', 1, ['A group meets at least once, so this plan has 1 meeting.']],
  ])('%s asked for is %i', (asked, sessions, notes) => {
    const state = planned(`people=46&rhythm=monthly&sessions=${asked}`);
    expect(state.plan.sessions).toBe(sessions);
    expect(state.notes).toEqual(notes);
  });

  test.each(['ten', '1.5'])('%s is refused and kept as typed', (sessions) => {
    const query = `people=46&rhythm=fortnightly&sessions=${sessions}`;
    expect(faults(query)).toEqual([
      { field: 'sessions', message: 'Enter a whole number of meetings, such as 26.' },
    ]);
    expect(read(query).typed.sessions).toBe(sessions);
  });
});

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
            'Give each of these levels once, with a number: directors, managers, practitioners, carers.',
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

describe('a plan’s own address', () => {
  test.each([
    ['people=46&rhythm=monthly&sessions=12', '/plan/?people=46&rhythm=monthly&sessions=12'],
    ['people=1,200&rhythm=weekly', '/plan/?people=1200&rhythm=weekly&sessions=52'],
    ['people=60&rhythm=monthly&groups=5', '/plan/?people=60&rhythm=monthly&sessions=12'],
    ['people=60&rhythm=monthly&groups=6', '/plan/?people=60&rhythm=monthly&sessions=12&groups=6'],
    [
      'row=managers:22&row=directors:8&rhythm=monthly',
      '/plan/?row=directors:8&row=managers:22&rhythm=monthly&sessions=12',
    ],
  ])('%s', (query, address) => {
    expect(planAddress(planned(query).plan)).toBe(address);
    expect(planAddress(planned(address.slice('/plan/?'.length)).plan)).toBe(address);
  });

  test('with another number of groups', () => {
    expect(planAddress(makePlan(60), { groups: '6' })).toBe(
      '/plan/?people=60&rhythm=monthly&sessions=12&groups=6',
    );
  });

  test('an enquiry carries people, rhythm and meetings', () => {
    expect(planSummary(makePlan({ directors: 12, managers: 22 }))).toEqual({
      people: 34,
      rhythm: 'monthly',
      sessions: 12,
    });
    expect(enquiryAddress(makePlan({ directors: 12, managers: 22 }))).toBe(
      '/enquire/?people=34&rhythm=monthly&sessions=12',
    );
  });
});

describe('what the form sends', () => {
  const sent = (query: string) => fromForm(new URLSearchParams(query));

  test('becomes rows where levels were filled in, and leaves out what was not', () => {
    expect(
      sent('people=&rhythm=monthly&sessions=12&directors=8&managers=22&practitioners=&carers='),
    ).toBe('row=directors:8&row=managers:22&rhythm=monthly&sessions=12');
  });

  test('becomes people where no level was', () => {
    expect(sent('people=46&rhythm=monthly&sessions=&directors=&managers=&carers=')).toBe(
      'people=46&rhythm=monthly',
    );
  });

  test('keeps what was typed, so that it can be mended', () => {
    expect(sent('people=&rhythm=weekly&managers=a few & more')).toBe(
      'row=managers:a%20few%20&rhythm=weekly',
    );
  });

  test('still asks for a plan when nothing was filled in', () => {
    expect(read(sent('people=&sessions=&directors=') ?? '').kind).toBe('faults');
  });

  test('is left alone when it is an address already', () => {
    expect(sent('people=46&rhythm=monthly&sessions=12')).toBeUndefined();
  });
});
