import type { Narrowing, NarrowingKind } from '#domain/hours/narrowing.ts';
import type { Posted } from '#domain/narrowings/narrowing-form.ts';
import {
  type NarrowingValidated,
  type NarrowingWorld,
  validateNarrowing,
} from '#domain/narrowings/validate-narrowing.ts';
import { makeHours, NAMED_BANK_HOLIDAYS } from './line.ts';
import { london } from './london.ts';

const SET: readonly Narrowing[] = [
  { id: 'c', kind: 'closure', from: '2026-12-21', to: '2026-12-22', why: 'Training' },
  {
    id: 'b',
    kind: 'block',
    from: '2026-11-30',
    to: '2026-11-30',
    hours: { opens: 780, closes: 900 },
    why: 'Away',
  },
];

/** A Tuesday at 10am, with a short Wednesday, no Friday, two days closed and Monday afternoon blocked. */
export const makeWorld = (overrides: Partial<NarrowingWorld> = {}): NarrowingWorld => ({
  hours: makeHours({ wednesday: { opens: 600, closes: 780 }, friday: 'closed' }),
  bankHolidays: NAMED_BANK_HOLIDAYS,
  narrowings: SET,
  now: london('2026-11-24T10:00'),
  ...overrides,
});

/** Whether something can be set in that world, as its form posts it. */
export const judge = (
  kind: NarrowingKind,
  posted: Omit<Posted, 'step'>,
  world: Partial<NarrowingWorld> = {},
): NarrowingValidated => validateNarrowing(makeWorld(world), kind, { step: 'set', ...posted }, 'x');
