import type { BlockRequest } from '#domain/blocks/block-form.ts';
import type { BlockWorld } from '#domain/blocks/validate-block.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { makeHours, makeRules, NAMED_BANK_HOLIDAYS } from './line.ts';
import { london } from './london.ts';

/** A day, by its date. */
export const day = (text: string) => dayFromIso(text) ?? Number.NaN;

const SETTINGS = {
  hours: { wednesday: { opens: 600, closes: 780 }, friday: 'closed' as const },
  closures: [{ from: '2026-12-21', to: '2026-12-22', why: 'Training' }],
};

/** A Tuesday at 10am, with Monday afternoon blocked. */
export const makeWorld = (overrides: Partial<BlockWorld> = {}): BlockWorld => ({
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

/** Part of a day, from and to minutes after midnight, as somebody asks for it. */
export const part = (date: string, from?: number, to?: number): BlockRequest => ({
  date: day(date),
  much: 'part',
  from,
  to,
});

/** A whole day, as somebody asks for it. */
export const whole = (date: string): BlockRequest => ({ date: day(date), much: 'day' });
