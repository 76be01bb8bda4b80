import { describe, expect, it } from 'vitest';
import { validateBlock } from '#domain/blocks/validate-block.ts';
import { london } from '../support/london.ts';
import { makeWorld, part, whole } from '../support/make-block.ts';

describe('what cannot be blocked says what to fix', () => {
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
    expect(validateBlock(makeWorld(), asked)).toEqual({
      outcome: 'unfit',
      faults: [{ field, message }],
    });
  });

  it('each of the two times that were left out', () => {
    expect(validateBlock(makeWorld(), part('2026-11-26'))).toEqual({
      outcome: 'unfit',
      faults: [
        { field: 'from', message: 'Choose when the block begins.' },
        { field: 'to', message: 'Choose when the block ends.' },
      ],
    });
  });

  it('today, once the line has closed', () => {
    const evening = makeWorld({ now: london('2026-11-24T18:00') });
    expect(validateBlock(evening, whole('2026-11-24'))).toMatchObject({
      faults: [{ field: 'date', message: 'The line has closed for today. Choose a later day.' }],
    });
  });
});
