import type { Calls } from '#domain/settings/calls.ts';
import type { AvailabilityInput, BusyTime } from '#domain/slots/slot.ts';
import { makeRules } from './line.ts';
import { london } from './london.ts';

/** The calls of the settings as they ship, unless told otherwise. */
export const makeCalls = (overrides: Partial<Calls> = {}): Calls => ({
  minutes: 30,
  'every-minutes': 30,
  'calls-at-once': 1,
  'gap-after-discovery-call': 0,
  notice: { callback: 60, 'discovery-call': 540 },
  'horizon-days': 41,
  ...overrides,
});

/** An empty diary on a Tuesday morning, an hour before the line opens, unless told otherwise. */
export const makeDiary = (overrides: Partial<AvailabilityInput> = {}): AvailabilityInput => ({
  rules: makeRules(),
  calls: makeCalls(),
  kind: 'callback',
  now: london('2026-11-24T08:00'),
  bookings: [],
  blocks: [],
  away: [],
  ...overrides,
});

/** A booking as the database holds it, from one time of London's clock to another. */
export const busyTime = (from: string, to: string, line = 1): BusyTime => ({
  line,
  start: london(from),
  end: london(to),
});
