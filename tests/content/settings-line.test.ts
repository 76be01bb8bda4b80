import { describe, expect, it } from 'vitest';
import { faultLine } from '#content/checks/fault.ts';
import { schemaFaults } from '#content/schema-faults.ts';
import { settingsWarnings } from '#content/settings-warnings.ts';
import { LineSchema } from '#domain/settings/line.ts';
import { makeCalls } from '../support/diary.ts';

const NINE_TO_SIX = { opens: '09:00', closes: '18:00' };

const closure = (from: string, to = from, why = 'Away') => ({ from, to, why });

/** The line as its file holds it, with what a test wants different. */
const makeLine = ({
  hours = {},
  closures = [],
}: {
  hours?: Record<string, unknown>;
  closures?: unknown;
} = {}) => ({
  phone: '01632 960 001',
  hours: {
    monday: NINE_TO_SIX,
    tuesday: NINE_TO_SIX,
    wednesday: NINE_TO_SIX,
    thursday: NINE_TO_SIX,
    friday: NINE_TO_SIX,
    ...hours,
  },
  closures,
});

const PLACE = { file: 'line.yaml', lineOf: () => undefined };

const faults = (line: ReturnType<typeof makeLine>) =>
  schemaFaults(PLACE, LineSchema, line).map(faultLine);

describe('hours that cannot be', () => {
  it.each([
    [
      'that end before they start',
      { opens: '14:00', closes: '11:00' },
      '“hours → monday → closes” is "11:00". The line must close after it opens. Write a later time, or closed in place of both on a day it is shut. When the line closes, no later than 18:00.',
    ],
    [
      'of no length',
      { opens: '09:00', closes: '09:00' },
      '“hours → monday → closes” is "09:00". The line must close after it opens.',
    ],
    [
      'to 7pm',
      { opens: '09:00', closes: '19:00' },
      '“hours → monday → closes” is "19:00". The line never stays open after 18:00. Write 18:00 or earlier.',
    ],
    [
      'from 8am',
      { opens: '08:30', closes: '18:00' },
      '“hours → monday → opens” is "08:30". The line never opens before 09:00. Write 09:00 or later.',
    ],
    [
      'on a twelve-hour clock',
      { opens: '9am', closes: '18:00' },
      '“hours → monday → opens” is "9am". Write a time on the 24-hour clock, such as "09:00".',
    ],
    [
      'without an end',
      { opens: '09:00' },
      '“hours → monday → closes” is missing. Add it: when the line closes, no later than 18:00.',
    ],
    [
      'in a word nobody knows',
      'shut',
      '“hours → monday” is "shut". Write closed, or when it opens and closes: { opens: "09:00", closes: "18:00" }.',
    ],
    [
      'of lunch',
      { ...NINE_TO_SIX, lunch: '13:00' },
      'There is no “hours → monday → lunch”. Take it out, or write one of: opens, closes.',
    ],
  ])('%s say what to write instead', (_, monday, expected) => {
    expect(faults(makeLine({ hours: { monday } }))).toEqual([
      expect.stringContaining(`line.yaml: ${expected}`),
    ]);
  });

  it('on a Saturday are no field', () => {
    const [fault] = faults(makeLine({ hours: { saturday: NINE_TO_SIX } }));
    expect(fault).toContain('Take it out, or write one of: monday, tuesday,');
  });
});

describe('closures that cannot be', () => {
  it.each([
    [
      'that end before they start',
      [closure('2026-12-24', '2026-12-20')],
      '“closures → number 1 → to” is "2026-12-20". A closure must end on or after the date it starts.',
    ],
    [
      'longer than a year',
      [closure('2026-12-24', '2027-12-24')],
      '“closures → number 1 → to” is "2027-12-24". A closure lasts 365 days at most. Look at the years of both dates.',
    ],
    [
      'on a date that is none',
      [closure('2026-02-30')],
      '“closures → number 1 → from” is "2026-02-30". Write a date of the calendar, such as 2026-12-24.',
    ],
    [
      'written the other way round',
      [closure('24/12/2026', '2027-01-03')],
      '“closures → number 1 → from” is "24/12/2026". Write a date of the calendar, such as 2026-12-24.',
    ],
    [
      'that share a day',
      [closure('2026-12-24', '2027-01-03', 'Winter'), closure('2027-01-03', '2027-01-04')],
      '“closures → number 2 → from” is "2027-01-03". This closure overlaps another, 2026-12-24 to 2027-01-03 (Winter). Make one closure of the two, or change their dates so that they share none.',
    ],
    [
      'inside one another, whichever comes first',
      [closure('2026-12-28'), closure('2026-12-24', '2027-01-03', 'Winter')],
      '“closures → number 2 → from” is "2026-12-24". This closure overlaps another, 2026-12-28 to 2026-12-28 (Away).',
    ],
    [
      'that are there twice',
      [closure('2026-12-24'), closure('2026-12-28'), closure('2026-12-24')],
      '“closures → number 3 → from” is "2026-12-24". This closure is there twice. Take one of the two out.',
    ],
    [
      'that are none',
      'none',
      '“closures” is "none". Write a list: each item on a line of its own, with “- ” before it. Dates the line is closed, besides bank holidays.',
    ],
  ])('%s say what to fix', (_, closures, expected) => {
    const [fault = ''] = faults(makeLine({ closures }));
    expect(fault).toContain(`line.yaml: ${expected}`);
  });

  it('are few: those beside one another, a year long or on a bank holiday are right', () => {
    const closures = [
      closure('2026-12-24', '2026-12-31'),
      closure('2027-01-01', '2027-12-31'),
      closure('2026-12-23'),
    ];
    expect(faults(makeLine({ closures }))).toEqual([]);
  });
});

describe('what is perhaps not meant', () => {
  const warnings = (line: ReturnType<typeof makeLine>, minutes = 30) =>
    settingsWarnings({ line: LineSchema.parse(line), calls: makeCalls({ minutes }) }, '2026-11-24');

  it('is said of hours shorter than a call', () => {
    const line = makeLine({ hours: { friday: { opens: '12:00', closes: '12:45' } } });
    expect(warnings(line)).toEqual([]);
    expect(warnings(line, 60)).toEqual([
      'content/settings/line.yaml: hours → friday: the line is open for 45 minutes, and a call lasts 1 hour, so nobody can book one that day. Open for longer, or write closed.',
    ]);
  });

  it('is said of a closure that is over, and of no other', () => {
    const closures = [closure('2026-11-20', '2026-11-23'), closure('2026-11-24')];
    expect(warnings(makeLine({ closures }))).toEqual([
      'content/settings/line.yaml: closures → number 1: 2026-11-20 to 2026-11-23 (Away) is over. Take it out when you like.',
    ]);
  });

  it('is said of a line that is never open', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
    const hours = Object.fromEntries(days.map((day) => [day, 'closed']));
    expect(warnings(makeLine({ hours }))).toEqual([
      expect.stringContaining('closed on every day of the week, so nobody can book a call'),
    ]);
  });
});
