import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#domain/time/day.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { clockInWords, dayInWords, lengthInWords } from '#domain/time/words.ts';
import { london } from '../support/london.ts';

const day = (text: string) => dayFromIso(text) ?? Number.NaN;

describe('times in words', () => {
  it.each([
    [0, 'midnight'],
    [1, '12:01am'],
    [30, '12:30am'],
    [540, '9am'],
    [545, '9:05am'],
    [690, '11:30am'],
    [720, 'midday'],
    [750, '12:30pm'],
    [780, '1pm'],
    [1050, '5:30pm'],
    [1080, '6pm'],
    [1439, '11:59pm'],
    [1440, 'midnight'],
  ])('minute %i is %s', (minute, words) => {
    expect(clockInWords(minute)).toBe(words);
  });

  it.each([
    [1, '1 minute'],
    [30, '30 minutes'],
    [60, '1 hour'],
    [61, '1 hour 1 minute'],
    [90, '1 hour 30 minutes'],
    [540, '9 hours'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(lengthInWords(minutes)).toBe(words);
  });

  it.each([
    ['2026-11-24', '2026-01-01', 'Tuesday 24 November'],
    ['2027-01-04', '2026-12-31', 'Monday 4 January 2027'],
    ['2026-12-31', '2027-01-01', 'Thursday 31 December 2026'],
    ['2026-11-28', '2026-11-24', 'Saturday 28 November'],
    ['2026-11-29', '2026-11-24', 'Sunday 29 November'],
  ])('%s, said on %s, is %s', (date, today, words) => {
    expect(dayInWords(day(date), day(today))).toBe(words);
  });

  it.each([
    ['2026-11-24T11:00', '2026-11-23T09:00', 'Tuesday 24 November, 11am'],
    ['2026-07-24T12:00', '2026-07-20T09:00', 'Friday 24 July, midday'],
    ['2027-01-05T11:30', '2026-12-31T23:59', 'Tuesday 5 January 2027, 11:30am'],
  ])('%s, said at %s, is %s', (at, now, words) => {
    expect(instantInWords(london(at), london(now))).toBe(words);
  });

  it('give a call with its end and its zone', () => {
    const call = { start: london('2026-07-24T11:30'), end: london('2026-07-24T12:00') };
    expect(callInWords(call, london('2026-07-20T09:00'))).toBe(
      'Friday 24 July, 11:30am to midday, UK time',
    );
  });
});
