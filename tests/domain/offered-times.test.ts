import { expect, it } from 'vitest';
import { offeredAmong, takenFrom, timesInWords } from '#domain/offers/offered-times.ts';
import { dayOf } from '#domain/time/day.ts';
import { makeHours, makeRules, NAMED_BANK_HOLIDAYS } from '../support/line.ts';
import { london } from '../support/london.ts';

const NOW = london('2026-11-27T09:00');
const MONDAY = dayOf(2026, 11, 30);

const BEFORE = {
  line: { hours: makeHours({}), closures: [], datedHours: [] },
  bankHolidays: NAMED_BANK_HOLIDAYS,
  rules: makeRules({}),
  blocks: [],
};

const AFTER = {
  ...BEFORE,
  blocks: [{ id: 'one', start: london('2026-11-30T13:00'), end: london('2026-11-30T14:00') }],
};

const callAt = (time: string) => {
  const start = london(`2026-11-30T${time}`);
  return { start, end: start + 30 * 60_000 };
};

it.each([
  [15, ['12:45', '13:00', '13:15', '13:30', '13:45']],
  [30, ['13:00', '13:30']],
  [60, ['13:00']],
] as const)(
  'times that begin every %i minutes are found when a block takes them',
  (every, times) => {
    const calls = { minutes: 30, 'every-minutes': every };
    const days = { first: MONDAY, last: MONDAY };
    const taken = takenFrom(BEFORE, AFTER, { days, calls, now: NOW });
    expect(taken).toEqual(times.map(callAt));
    const offer = [callAt('11:00'), ...taken.slice(0, 1)];
    expect(offeredAmong(taken, { words: timesInWords(offer, NOW), at: NOW })).toEqual(
      taken.slice(0, 1),
    );
  },
);
