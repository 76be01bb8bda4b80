import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure } from '#domain/count-words.ts';
import { advice } from '#domain/plan/advice.ts';
import { assumptions, trainingWords } from '#domain/plan/assumptions.ts';
import { figures, placesWords } from '#domain/plan/figures.ts';
import { plainWords, sentence } from '#domain/plan/sentence.ts';
import { FACTS } from '../support/facts.ts';
import { makeFittingPlan, makePlan } from '../support/make-plan.ts';

const said = (...asked: Parameters<typeof makeFittingPlan>) =>
  plainWords(sentence(makeFittingPlan(...asked)));

describe('the result sentence', () => {
  test('46 people meeting monthly', () => {
    expect(said(46)).toBe(
      '46 people meeting monthly for a year: 4 groups (two of 12, two of 11), 48 group sessions, 12 facilitator days, a small, quiet room for 60 hours, and 15 hours for each person.',
    );
  });

  test('stresses the figures', () => {
    const strong = sentence(makeFittingPlan(46)).filter((segment) => segment.strong);
    expect(strong.map(({ text }) => text)).toEqual([
      '4 groups',
      '48 group sessions',
      '12 facilitator days',
      '60 hours',
      '15 hours',
    ]);
  });

  test.each([
    ['one group', said(10), '1 group of 10, 12 group sessions'],
    ['groups of one size', said(48), '4 groups (each of 12), 48'],
    [
      'half hours',
      said(12, { rhythm: 'fortnightly', sessions: 26 }),
      'room for 32 hours 30 minutes',
    ],
    ['a shorter year', said(46, { sessions: 10 }), 'monthly for a year, 10 times in all: 4'],
    ['a single meeting', said(10, { sessions: 1 }), '1 group session, 1 facilitator day, a small'],
    ['a range of days', said(120, { groups: 12 }), '36 to 48 facilitator days'],
    [
      'many groups',
      said(5_000),
      '5,000 people meeting monthly for a year: 417 groups (413 groups of 12, 4 groups of 11)',
    ],
  ])('%s', (_, words, expected) => {
    expect(words).toContain(expected);
  });
});

describe('advice on people who do not fit', () => {
  const adviceFor = (people: number) => {
    const [row] = makePlan(people).rows;
    return row && advice(row, FACTS);
  };

  test.each([
    [9, '9 people: 1 more person would make a group of 10.'],
    [13, '13 people: start with one group of 10 to 12 people.'],
    [14, '14 people: start with one group of 10 to 12 people.'],
    [15, '15 people: 3 people fewer would make one group of 12.'],
    [16, '16 people: two groups would have 8 each. 4 more people would make two groups of 10.'],
    [17, '17 people: two groups would have 9 and 8. 3 more people would make two groups of 10.'],
    [18, '18 people: two groups would have 9 each. 2 more people would make two groups of 10.'],
    [19, '19 people: two groups would have 10 and 9. 1 more person would make two groups of 10.'],
    [25, '25 people: 1 person fewer would make two groups of 12.'],
    [26, '26 people: 2 people fewer would make two groups of 12.'],
    [
      28,
      '28 people: three groups would have 10, 9 and 9. 2 more people would make three groups of 10.',
    ],
    [
      37,
      '37 people: four groups would have 10, 9, 9 and 9. 3 more people would make four groups of 10.',
    ],
    [
      49,
      '49 people: five groups would have 10, 10, 10, 10 and 9. 1 more person would make five groups of 10.',
    ],
  ])('%i people', (people, lead) => {
    expect(adviceFor(people)?.lead).toBe(lead);
  });

  test.each([
    [6, 'you might invite another team.'],
    [13, '7 more people would make two groups of 10.'],
    [18, 'Or start with one group of 10 to 12 people.'],
    [25, '5 more people would make three groups of 10.'],
    [28, 'Or start with two groups, each of 10 to 12 people.'],
  ])('%i people, what else may be said', (people, also) => {
    expect(adviceFor(people)?.also).toContain(also);
  });

  test('there is none for people who fit', () => {
    expect(adviceFor(46)).toBeUndefined();
  });

  test('a level is called by its name', () => {
    const leads = makePlan({ directors: 8, carers: 1 }).rows.map((row) => advice(row, FACTS)?.lead);
    expect(leads).toEqual([
      '8 directors: 2 more people would make a group of 10.',
      '1 carer: 9 more people would make a group of 10.',
    ]);
  });
});

describe('the table', () => {
  test('says what the sentence says, and the staff time that is easily forgotten', () => {
    expect(figures(makePlan(46))).toEqual([
      { name: 'Groups', value: '4 groups (two of 12, two of 11)' },
      { name: 'Group sessions in the year, and room bookings', value: '48' },
      { name: 'Hours a room is needed', value: '60 hours' },
      { name: 'Facilitator days each time every group meets', value: '1' },
      { name: 'Facilitator days in the year', value: '12' },
      {
        name: 'Turns to present in a group of 12, if turns are shared',
        value: 'everyone once',
      },
      {
        name: 'Turns to present in a group of 11, if turns are shared',
        value: 'everyone once, and 1 person once more',
      },
      { name: 'Time for each person', value: '15 hours' },
      { name: 'Staff time in all', value: '690 hours' },
    ]);
  });

  test('keeps the time when people do not fit', () => {
    expect(figures(makePlan(18, { rhythm: 'weekly', sessions: 52 }))).toEqual([
      { name: 'Time for each person', value: '65 hours' },
      { name: 'Staff time in all', value: '1,170 hours' },
    ]);
  });

  test('a short year gives turns to some', () => {
    const rows = figures(makePlan(12, { sessions: 5 }));
    expect(rows.find(({ name }) => name.startsWith('Turns'))?.value).toBe('5 of the 12 once');
  });
});

describe('the places in its facilitator days', () => {
  test.each([
    [
      10,
      [
        'A facilitator day usually has room for 3 or 4 groups; this plan has 1.',
        'The day is shorter than usual.',
        'The same facilitator days would do for 40 to 48 people, in 4 groups.',
      ],
    ],
    [46, ['A facilitator day usually has room for 3 or 4 groups; this plan has 4.']],
    [
      50,
      [
        '2 facilitator days usually have room for 6 to 8 groups; this plan has 5.',
        'One of the days is shorter than usual.',
        'The same facilitator days would do for 80 to 96 people, in 8 groups.',
      ],
    ],
  ])('%i people', (people, expected) => {
    expect(placesWords(makeFittingPlan(people), FACTS)).toEqual(expected);
  });
});

describe('what a plan takes for granted', () => {
  test('is said in the facts’ own words', () => {
    const all = assumptions(FACTS).join(' ');
    for (const id of ['group-size', 'length', 'a-day', 'a-project'] as const) {
      expect(all).toContain(FACTS[id].says);
    }
    expect(all).toContain('arithmetic, not a quote');
  });

  test('training is at least 12 sessions, so at least 15 hours in groups', () => {
    expect(trainingWords(FACTS).join(' ')).toBe(
      'Training your own facilitators takes at least 12 sessions. If each includes a group of the usual length, that is at least 15 hours in groups. The time for teaching and reading is not counted here.',
    );
  });
});

test('whole numbers are parted as British English parts them', () => {
  fc.assert(
    fc.property(fc.nat(), (count) => {
      expect(figure(count)).toBe(count.toLocaleString('en-GB'));
    }),
  );
});
