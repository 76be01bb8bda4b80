import { describe, expect, it } from 'vitest';
import { availableSlots } from '#domain/slots/available-slots.ts';
import { nearestSlots } from '#domain/slots/nearest.ts';
import { validateStart } from '#domain/slots/validate-start.ts';
import { busyTime, makeCalls, makeDiary } from '../support/diary.ts';
import { makeRules } from '../support/line.ts';
import { london, zoned } from '../support/london.ts';

const MINUTE = 60_000;

describe('judging a start', () => {
  const diary = makeDiary({
    bookings: [busyTime('2026-11-25T10:00', '2026-11-25T10:30')],
    blocks: [{ start: london('2026-11-26T09:00'), end: london('2026-11-26T10:00') }],
    rules: makeRules({ hours: { friday: { opens: 540, closes: 720 } } }),
  });

  it('gives the slot of a time that is offered', () => {
    const start = london('2026-11-25T11:00');
    expect(validateStart(diary, start)).toEqual({
      outcome: 'offered',
      slot: { start, end: start + 30 * MINUTE },
    });
  });

  it.each([
    ['2026-11-24T07:30', 'past', 'That time has passed. Choose a later one.'],
    [
      '2027-01-05T10:00',
      'too-far-ahead',
      'That is further ahead than we book. Choose a day up to Monday 4 January 2027.',
    ],
    [
      '2026-11-28T10:00',
      'closed-day',
      'The line is closed on Saturday 28 November. Choose another day.',
    ],
    [
      '2026-12-25T10:00',
      'closed-day',
      'The line is closed on Friday 25 December. Choose another day.',
    ],
    [
      '2026-11-25T18:00',
      'outside-hours',
      'The line is open 9am to 6pm that day, and a call ends by then. Choose a time from 9am to 5:30pm.',
    ],
    [
      '2026-11-27T11:45',
      'outside-hours',
      'The line is open 9am to midday that day, and a call ends by then. Choose a time from 9am to 11:30am.',
    ],
    [
      '2026-11-25T11:10',
      'between-slots',
      'Calls start on the hour and half hour. Choose one of those times.',
    ],
    [
      '2026-11-25T11:00:01',
      'between-slots',
      'Calls start on the hour and half hour. Choose one of those times.',
    ],
    [
      '2026-11-24T09:30',
      'too-soon',
      'A callback needs 1 hour of notice, counted while the line is open. Choose a later time.',
    ],
    [
      '2026-11-25T10:00',
      'taken',
      'Wednesday 25 November, 10am is no longer free. Choose another time.',
    ],
    [
      '2026-11-26T09:30',
      'taken',
      'Thursday 26 November, 9:30am is no longer free. Choose another time.',
    ],
  ])('refuses %s: %s', (start, outcome, message) => {
    expect(validateStart(diary, london(start))).toEqual({ outcome, message });
  });

  it.each([
    [15, 'Calls start on the quarter hour. Choose one of those times.'],
    [60, 'Calls start on the hour. Choose one of those times.'],
  ] as const)('names the times that start every %i minutes', (every, message) => {
    const calls = makeCalls({ 'every-minutes': every });
    expect(validateStart(makeDiary({ calls }), london('2026-11-25T11:10'))).toMatchObject({
      message,
    });
  });

  it('says when a day is too short for a call', () => {
    const rules = makeRules({ hours: { wednesday: { opens: 540, closes: 560 } } });
    expect(validateStart(makeDiary({ rules }), london('2026-11-25T09:00'))).toEqual({
      outcome: 'outside-hours',
      message:
        'The line is open 9am to 9:20am that day, too short for a call of 30 minutes. Choose another day.',
    });
  });
});

describe('the nearest times', () => {
  const slots = availableSlots(makeDiary());

  it('lie on both sides of the time asked for, in order', () => {
    const nearest = nearestSlots(slots, london('2026-11-25T09:30'), 6);
    expect(
      nearest.map(({ start }) =>
        zoned(start).toPlainDateTime().toString({ smallestUnit: 'minute' }),
      ),
    ).toEqual([
      '2026-11-25T09:00',
      '2026-11-25T09:30',
      '2026-11-25T10:00',
      '2026-11-25T10:30',
      '2026-11-25T11:00',
      '2026-11-25T11:30',
    ]);
  });

  it('prefer the earlier of two as near', () => {
    const at = london('2026-11-25T12:00');
    const without = slots.filter(({ start }) => start !== at);
    expect(nearestSlots(without, at, 1)).toEqual([{ start: at - 30 * MINUTE, end: at }]);
  });

  it('are as many as there are', () => {
    expect(nearestSlots(slots.slice(0, 2), london('2026-12-25T09:00'), 6)).toHaveLength(2);
    expect(nearestSlots([], london('2026-12-25T09:00'), 6)).toEqual([]);
  });
});
