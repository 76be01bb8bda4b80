import { describe, expect, test } from 'vitest';
import { faults, planned, read } from '../support/read-plan.ts';

const NOT_A_NUMBER = 'Enter a whole number, such as 46';

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
    ['\u202D46\u202C', 46],
    ['4\u20606\u200B', 46],
    ['\u00A046\u00AD', 46],
    ['100000', 100_000],
  ])('takes %j people as %i', (typed, people) => {
    const query = new URLSearchParams({ people: typed, rhythm: 'weekly' });
    expect(planned(query.toString()).plan.people).toBe(people);
  });

  test.each(['0', '', ' ', '-4', '4.5', '1,2', '12,00', 'forty', '4e1', '0x2e', '٤٦', 'Infinity'])(
    'refuses %j people and keeps what can be seen of it',
    (people) => {
      const query = new URLSearchParams({ people, rhythm: 'monthly' }).toString();
      expect(faults(query)).toEqual([{ field: 'people', message: NOT_A_NUMBER }]);
      expect(read(query).typed.people).toBe(people.trim());
    },
  );

  test('refuses more people than an enquiry can carry', () => {
    expect(faults('people=100001&rhythm=monthly')).toEqual([
      { field: 'people', message: 'Enter a whole number of people up to 100,000' },
    ]);
  });

  test.each(['', 'daily', 'Monthly'])('refuses %j as a rhythm', (rhythm) => {
    expect(faults(`people=46&rhythm=${rhythm}`)).toEqual([
      { field: 'rhythm', message: 'Choose weekly, fortnightly or monthly' },
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
      { field: 'sessions', message: 'Enter a whole number of meetings, such as 26' },
    ]);
    expect(read(query).typed.sessions).toBe(sessions);
  });
});
