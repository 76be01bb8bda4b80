import { describe, expect, it } from 'vitest';
import { type BlockAsked, BlockSchema } from '#domain/blocks/asked.ts';
import { blockInWords, spanInWords, wholeDay } from '#domain/blocks/block.ts';
import { type BlockWorld, judgeBlock } from '#domain/blocks/judge-block.ts';
import { faultsOf } from '#domain/faults.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { makeHours, makeRules, NAMED_BANK_HOLIDAYS } from '../support/line.ts';
import { london } from '../support/london.ts';

const day = (text: string) => dayFromIso(text) ?? Number.NaN;

const SETTINGS = {
  hours: { wednesday: { opens: 600, closes: 780 }, friday: 'closed' as const },
  closures: [{ from: '2026-12-21', to: '2026-12-22', why: 'Training' }],
};

/** A Tuesday at 10am, with Monday afternoon blocked. */
const makeWorld = (overrides: Partial<BlockWorld> = {}): BlockWorld => ({
  line: { hours: makeHours(SETTINGS.hours), closures: SETTINGS.closures },
  bankHolidays: NAMED_BANK_HOLIDAYS,
  rules: makeRules(SETTINGS),
  now: london('2026-11-24T10:00'),
  blocks: [
    {
      id: 'one',
      start: london('2026-11-30T13:00'),
      end: london('2026-11-30T15:00'),
      why: 'Away',
    },
  ],
  ...overrides,
});

const part = (date: string, from?: number, to?: number): BlockAsked => ({
  date: day(date),
  much: 'part',
  from,
  to,
});
const whole = (date: string): BlockAsked => ({ date: day(date), much: 'day' });

describe('time that can be blocked', () => {
  it.each([
    ['part of a day', part('2026-11-26', 840, 930), '2026-11-26T14:00', '2026-11-26T15:30'],
    ['all its hours', part('2026-11-26', 540, 1080), '2026-11-26T09:00', '2026-11-26T18:00'],
    ['a day, from midnight', whole('2026-11-26'), '2026-11-26T00:00', '2026-11-27T00:00'],
    ['a day in summer', whole('2027-07-01'), '2027-07-01T00:00', '2027-07-02T00:00'],
    ['a shorter day', part('2026-11-25', 600, 780), '2026-11-25T10:00', '2026-11-25T13:00'],
    [
      'today, though it has begun',
      part('2026-11-24', 540, 720),
      '2026-11-24T09:00',
      '2026-11-24T12:00',
    ],
    ['all of today', whole('2026-11-24'), '2026-11-24T00:00', '2026-11-25T00:00'],
    ['up to a block', part('2026-11-30', 720, 780), '2026-11-30T12:00', '2026-11-30T13:00'],
    ['from the end of one', part('2026-11-30', 900, 960), '2026-11-30T15:00', '2026-11-30T16:00'],
  ])('%s', (_, asked, start, end) => {
    expect(judgeBlock(makeWorld(), asked)).toEqual({
      outcome: 'fit',
      stretch: { start: london(start), end: london(end) },
    });
  });
});

describe('what cannot be blocked says what to mend', () => {
  it.each([
    [
      'yesterday',
      whole('2026-11-23'),
      'date',
      'Monday 23 November is over. Choose today or a later day.',
    ],
    [
      'a slip in the year',
      whole('2062-11-23'),
      'date',
      'Thursday 23 November 2062 is more than a year ahead. Choose a day up to Thursday 25 November 2027.',
    ],
    [
      'a Saturday',
      whole('2026-11-28'),
      'date',
      'The line is closed on Saturday 28 November anyway (at weekends), so no call can be booked then. Choose a day on which it opens.',
    ],
    [
      'a bank holiday',
      whole('2026-12-25'),
      'date',
      'The line is closed on Friday 25 December anyway (Christmas Day, a bank holiday), so no call can be booked then. Choose a day on which it opens.',
    ],
    [
      'a closure',
      part('2026-12-21', 540, 600),
      'date',
      'The line is closed on Monday 21 December anyway (Training), so no call can be booked then. Choose a day on which it opens.',
    ],
    [
      'a weekday staff have closed',
      whole('2026-11-27'),
      'date',
      'The line is closed on Friday 27 November anyway (on Fridays, in the settings), so no call can be booked then. Choose a day on which it opens.',
    ],
    [
      'an end before the start',
      part('2026-11-26', 840, 780),
      'to',
      'The block begins at 2pm, so it must end later. Choose a later end.',
    ],
    [
      'no time at all',
      part('2026-11-26', 840, 840),
      'to',
      'The block begins at 2pm, so it must end later. Choose a later end.',
    ],
    [
      'a start before the line opens',
      part('2026-11-25', 540, 660),
      'from',
      'The line is open 10am to 1pm that day. Begin the block at 10am.',
    ],
    [
      'an end after it closes',
      part('2026-11-25', 720, 840),
      'to',
      'The line is open 10am to 1pm that day. End the block by 1pm.',
    ],
    [
      'an hour that is over',
      part('2026-11-24', 540, 600),
      'to',
      'Today is past 10am. Choose a later end, or another day.',
    ],
    [
      'times beside the whole day',
      { ...whole('2026-11-26'), from: 540 },
      'much',
      'You chose the whole day and times as well. Choose part of the day, or take the times out.',
    ],
    [
      'what is blocked',
      part('2026-11-30', 840, 960),
      'from',
      'That day is blocked already, 1pm to 3pm (Away). Choose times outside it, or remove it first.',
    ],
    [
      'a day part of which is blocked',
      whole('2026-11-30'),
      'date',
      'That day is blocked already, 1pm to 3pm (Away). Remove that block first.',
    ],
  ])('%s', (_, asked, field, message) => {
    expect(judgeBlock(makeWorld(), asked)).toEqual({
      outcome: 'unfit',
      faults: [{ field, message }],
    });
  });

  it('each of the two times that were left out', () => {
    expect(judgeBlock(makeWorld(), part('2026-11-26'))).toEqual({
      outcome: 'unfit',
      faults: [
        { field: 'from', message: 'Choose when the block begins.' },
        { field: 'to', message: 'Choose when the block ends.' },
      ],
    });
  });

  it('today, once the line has closed', () => {
    const evening = makeWorld({ now: london('2026-11-24T18:00') });
    expect(judgeBlock(evening, whole('2026-11-24'))).toMatchObject({
      faults: [{ field: 'date', message: 'The line has closed for today. Choose a later day.' }],
    });
  });
});

describe('a block as its form posts it', () => {
  it('is read to a day and minutes', () => {
    const typed = { date: ' 2026-11-24 ', much: 'part', from: '09:00', to: '13:45', why: ' Away ' };
    expect(BlockSchema.parse(typed)).toEqual({
      date: day('2026-11-24'),
      much: 'part',
      from: 540,
      to: 825,
      why: 'Away',
    });
  });

  it.each([
    [{}, ['date', 'much']],
    [{ date: '24/11/2026', much: 'day' }, ['date']],
    [{ date: '2026-02-30', much: 'day' }, ['date']],
    [{ date: '2026-11-24', much: 'hour' }, ['much']],
    [{ date: '2026-11-24', much: 'part', from: '09:10', to: '24:00' }, ['from', 'to']],
    [{ date: '2026-11-24', much: 'day', why: 'x'.repeat(201) }, ['why']],
    [{ date: '2026-11-24', much: 'day', why: 'a\u0000b' }, ['why']],
    [{ date: '2026-11-24', much: 'day', who: 'me' }, ['who']],
    [{ date: ['2026-11-24', '2026-11-25'], much: 'day' }, ['date']],
  ])('%j names %j', (typed, fields) => {
    const { error } = BlockSchema.safeParse(typed);
    expect(error && faultsOf(error).map(({ field }) => field)).toEqual(fields);
  });
});

describe('a block in words', () => {
  const now = london('2026-11-24T10:00');
  it.each([
    [
      { start: london('2026-11-26T13:00'), end: london('2026-11-26T15:30') },
      'Thursday 26 November, 1pm to 3:30pm',
    ],
    [wholeDay(day('2027-03-01')), 'Monday 1 March 2027, all day'],
  ])('%j', (block, words) => {
    expect(blockInWords(block, now)).toBe(words);
  });

  it('takes all of a day on which the clocks change', () => {
    expect(spanInWords(wholeDay(day('2027-03-28')))).toBe('all day');
    expect(wholeDay(day('2027-03-28'))).toEqual({
      start: london('2027-03-28T00:00'),
      end: london('2027-03-29T00:00'),
    });
  });
});
