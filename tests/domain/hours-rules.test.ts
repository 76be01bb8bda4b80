import { describe, expect, it } from 'vitest';
import { LineRulesError, lineRules } from '#domain/hours/line-rules.ts';
import { earliestStart } from '#domain/hours/notice.ts';
import { hoursOn } from '#domain/hours/rules.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { digestAt } from '#domain/hours/working-days.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { makeHours, makeRules, NINE_TO_SIX } from '../support/line.ts';
import { london } from '../support/london.ts';

const day = (text: string) => dayFromIso(text) ?? Number.NaN;
const short = { opens: 600, closes: 780 };

describe('the hours of a day', () => {
  const rules = makeRules({
    hours: { wednesday: short, friday: 'closed' },
    closures: [{ from: '2026-11-30', to: '2026-12-01', why: 'Training' }],
  });

  it.each([
    ['a Tuesday', '2026-11-24', NINE_TO_SIX],
    ['a day with shorter hours', '2026-11-25', short],
    ['a weekday staff have closed', '2026-11-27', undefined],
    ['a Saturday', '2026-11-28', undefined],
    ['a Sunday', '2026-11-29', undefined],
    ['the first day of a closure', '2026-11-30', undefined],
    ['the last day of a closure', '2026-12-01', undefined],
    ['the day after a closure', '2026-12-02', short],
    ['a bank holiday', '2026-05-25', undefined],
    ['a substitute day', '2026-12-28', undefined],
    ['a day past the last bank holiday known', '2042-01-02', undefined],
  ])('on %s', (_, date, hours) => {
    expect(hoursOn(rules, day(date))).toEqual(hours);
  });

  it('are not known without bank holidays', () => {
    expect(() => lineRules({ hours: makeHours(), closures: [], datedHours: [] }, [])).toThrow(
      LineRulesError,
    );
  });

  it('are not made from what is not a date', () => {
    expect(() =>
      lineRules({ hours: makeHours(), closures: [], datedHours: [] }, ['2026-02-30']),
    ).toThrow(/"2026-02-30" is not a date/);
  });
});

describe('the hours as text', () => {
  it.each([
    [{}, 'Monday to Friday, 9am to 6pm'],
    [{ friday: short }, 'Monday to Thursday, 9am to 6pm; Friday, 10am to 1pm'],
    [{ friday: 'closed' as const }, 'Monday to Thursday, 9am to 6pm'],
    [
      { wednesday: { opens: 570, closes: 720 } },
      'Monday, Tuesday, Thursday and Friday, 9am to 6pm; Wednesday, 9:30am to midday',
    ],
    [{ tuesday: 'closed' as const }, 'Monday and Wednesday to Friday, 9am to 6pm'],
    [
      {
        monday: 'closed' as const,
        tuesday: 'closed' as const,
        wednesday: 'closed' as const,
        thursday: 'closed' as const,
      },
      'Friday, 9am to 6pm',
    ],
    [
      {
        monday: 'closed' as const,
        tuesday: 'closed' as const,
        wednesday: 'closed' as const,
        thursday: 'closed' as const,
        friday: 'closed' as const,
      },
      'Closed',
    ],
  ])('%j reads %j', (hours, words) => {
    expect(hoursInWords(makeHours(hours))).toBe(words);
  });
});

describe('working days', () => {
  const rules = makeRules({ closures: [{ from: '2027-08-02', to: '2027-08-06', why: 'Summer' }] });

  it.each([
    ['2026-11-24T00:00', '2026-11-24T08:00'],
    ['2026-07-24T23:59', '2026-07-24T08:00'],
  ])('at %s the digest of the day is due at %s', (now, due) => {
    expect(digestAt(rules, london(now))).toBe(london(due));
  });

  it.each(['2026-11-28T08:00', '2026-12-25T08:00', '2027-08-02T08:00'])(
    'no digest is due on %s',
    (now) => {
      expect(digestAt(rules, london(now))).toBeUndefined();
    },
  );
});

describe('notice over open stretches', () => {
  const minute = 60_000;
  const open = [
    { start: 100 * minute, end: 110 * minute },
    { start: 200 * minute, end: 210 * minute },
  ];

  it.each([
    [0, 0, 100],
    [0, 10, 110],
    [0, 11, 201],
    [105, 0, 105],
    [105, 5, 110],
    [150, 3, 203],
    [0, 20, 210],
    [0, 21, Number.POSITIVE_INFINITY],
    [210, 0, Number.POSITIVE_INFINITY],
  ])('from minute %i, %i minutes have been open by minute %i', (now, minutes, given) => {
    expect(earliestStart(open, now * minute, minutes)).toBe(given * minute);
  });
});
