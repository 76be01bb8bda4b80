import type { Filled } from './planner.ts';

const LINE = 'Call us to talk it through. 07800 970 049, Monday to Friday, 9am to 6pm.';

/** The edges that are plans: what is typed, and what the answer has to say. */
export const PLANS: readonly (Filled & {
  name: string;
  path: string;
  result: string[];
  note?: string;
})[] = [
  {
    name: 'people who fit one way',
    people: '46',
    rhythm: 'Monthly',
    path: '/plan/?people=46&rhythm=monthly&sessions=12',
    result: [
      '46 people meeting monthly for a year: 4 groups (two of 12, two of 11), 48 group sessions, 12 facilitator days, a small, quiet room for 60 hours, and 15 hours for each person.',
    ],
  },
  {
    name: 'people who fit several ways',
    people: '60',
    rhythm: 'Fortnightly',
    path: '/plan/?people=60&rhythm=fortnightly&sessions=26',
    result: [
      '60 people meeting fortnightly for a year: 5 groups (each of 12), 130 group sessions, 52 facilitator days, a small, quiet room for 162 hours 30 minutes, and 32 hours 30 minutes for each person.',
    ],
  },
  {
    name: 'a shorter year',
    people: '10',
    rhythm: 'Weekly',
    sessions: '40',
    path: '/plan/?people=10&rhythm=weekly&sessions=40',
    result: [
      '10 people meeting weekly for a year, 40 times in all: 1 group of 10, 40 group sessions, 40 facilitator days, a small, quiet room for 50 hours, and 50 hours for each person.',
    ],
  },
  {
    name: 'too few for a group',
    people: '6',
    rhythm: 'Monthly',
    path: '/plan/?people=6&rhythm=monthly&sessions=12',
    result: ['6 people: 4 more people would make a group of 10.'],
    note: LINE,
  },
  {
    name: 'few over one group',
    people: '13',
    rhythm: 'Monthly',
    path: '/plan/?people=13&rhythm=monthly&sessions=12',
    result: ['13 people: start with one group of 10 to 12 people.'],
    note: LINE,
  },
  {
    name: 'few short of two groups',
    people: '18',
    rhythm: 'Monthly',
    path: '/plan/?people=18&rhythm=monthly&sessions=12',
    result: ['18 people: two groups would have 9 each. 2 more people would make two groups of 10.'],
    note: LINE,
  },
  {
    name: 'one short of five groups',
    people: '49',
    rhythm: 'Weekly',
    path: '/plan/?people=49&rhythm=weekly&sessions=52',
    result: [
      '49 people: five groups would have 10, 10, 10, 10 and 9. 1 more person would make five groups of 10.',
    ],
    note: LINE,
  },
  {
    name: 'a number with a comma, and too many meetings',
    people: '1,200',
    rhythm: 'Weekly',
    sessions: '60',
    path: '/plan/?people=1200&rhythm=weekly&sessions=52',
    result: [
      '1,200 people meeting weekly for a year: 100 groups (each of 12), 5,200 group sessions, 1,300 to 1,716 facilitator days, a small, quiet room for 6,500 hours, and 65 hours for each person.',
    ],
    note: 'There are at most 52 weekly meetings in a year, so this plan has 52.',
  },
  {
    name: 'no meetings at all',
    people: '46',
    rhythm: 'Monthly',
    sessions: '0',
    path: '/plan/?people=46&rhythm=monthly&sessions=1',
    result: [
      '46 people meeting monthly for a year, once in all: 4 groups (two of 12, two of 11), 4 group sessions, 1 facilitator day, a small, quiet room for 5 hours, and 1 hour 15 minutes for each person.',
    ],
    note: 'A group meets at least once, so this plan has 1 meeting.',
  },
  {
    name: 'very many people',
    people: '2001',
    rhythm: 'Monthly',
    path: '/plan/?people=2001&rhythm=monthly&sessions=12',
    result: [
      '2,001 people meeting monthly for a year: 167 groups (164 groups of 12, 3 groups of 11), 2,004 group sessions, 504 to 660 facilitator days, a small, quiet room for 2,505 hours, and 15 hours for each person.',
    ],
    note: 'For this many people, call us first. 07800 970 049, Monday to Friday, 9am to 6pm.',
  },
  {
    name: 'levels kept apart',
    levels: { 'Directors and senior managers': '12', Managers: '22' },
    rhythm: 'Monthly',
    path: '/plan/?row=directors:12&row=managers:22&rhythm=monthly&sessions=12',
    result: [
      '34 people meeting monthly for a year: 3 groups (one of 12, two of 11), 36 group sessions, 12 facilitator days, a small, quiet room for 45 hours, and 15 hours for each person.',
    ],
  },
  {
    name: 'levels kept apart, of which one does not fit',
    levels: { 'Directors and senior managers': '8', Managers: '22' },
    rhythm: 'Monthly',
    path: '/plan/?row=directors:8&row=managers:22&rhythm=monthly&sessions=12',
    result: ['8 directors: 2 more people would make a group of 10.'],
    note: LINE,
  },
];
