import { describe, expect, it } from 'vitest';
import { blockInWords, spanInWords, wholeDay } from '#domain/blocks/block.ts';
import { BlockSchema } from '#domain/blocks/block-form.ts';
import { validateBlock } from '#domain/blocks/validate-block.ts';
import { faultsOf } from '#domain/faults.ts';
import { london } from '../support/london.ts';
import { day, makeWorld, part, whole } from '../support/make-block.ts';

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
    expect(validateBlock(makeWorld(), asked)).toEqual({
      outcome: 'fit',
      stretch: { start: london(start), end: london(end) },
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
    [{ date: '2026-11-24', much: 'day', why: ['a', 'b'] }, ['why']],
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
