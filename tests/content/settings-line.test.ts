import { describe, expect, it } from 'vitest';
import { faultLine } from '#content/checks/fault.ts';
import { schemaFaults } from '#content/schema-faults.ts';
import { settingsWarnings } from '#content/settings-warnings.ts';
import { LineSchema } from '#domain/settings/line.ts';
import { makeCalls } from '../support/diary.ts';

const NINE_TO_SIX = { opens: '09:00', closes: '18:00' };

/** The line as its file holds it, with what a test wants different. */
const makeLine = ({ hours = {} }: { hours?: Record<string, unknown> } = {}) => ({
  phone: '01632 960 001',
  hours: {
    monday: NINE_TO_SIX,
    tuesday: NINE_TO_SIX,
    wednesday: NINE_TO_SIX,
    thursday: NINE_TO_SIX,
    friday: NINE_TO_SIX,
    ...hours,
  },
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

describe('closures', () => {
  it('are no field of the file any more: they are set at the desk', () => {
    const [fault] = faults({ ...makeLine(), closures: [] } as ReturnType<typeof makeLine>);
    expect(fault).toContain('“closures”');
    expect(fault).toContain('Take it out');
  });
});

describe('what is perhaps not meant', () => {
  const warnings = (line: ReturnType<typeof makeLine>, minutes = 30) =>
    settingsWarnings({ line: LineSchema.parse(line), calls: makeCalls({ minutes }) });

  it('is said of hours shorter than a call', () => {
    const line = makeLine({ hours: { friday: { opens: '12:00', closes: '12:45' } } });
    expect(warnings(line)).toEqual([]);
    expect(warnings(line, 60)).toEqual([
      'content/settings/line.yaml: hours → friday: the line is open for 45 minutes, and a call lasts 1 hour, so nobody can book one that day. Open for longer, or write closed.',
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
