import type { Interval } from '../hours/openings.ts';
import type { LineRules } from '../hours/rules.ts';
import type { Calls } from '../settings/calls.ts';

/** The two kinds of call. Both are taken by the same people. */
export const CALL_KINDS = ['callback', 'discovery-call'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** A time that can be booked: the call itself, in instants (milliseconds), without any gap after it. */
export type Slot = Interval;

/** A booking as the database holds it: `line` from 1 to 31; `end` includes the gap after a discovery call. */
export interface BusyTime extends Interval {
  line: number;
}

/** What decides which times are offered. `bookings` and `blocks` may come in any order. */
export interface AvailabilityInput {
  rules: LineRules;
  calls: Calls;
  kind: CallKind;
  /** The instant it is now, in milliseconds. */
  now: number;
  bookings: readonly BusyTime[];
  /** Stretches staff have blocked at the desk: the line counts as closed then. */
  blocks: readonly Interval[];
  /** When too few of the staff are free by their own calendars, in order: the line is open, and no call is offered. */
  away: readonly Interval[];
}

/** Minutes a call of a kind keeps somebody: its length, and the gap after a discovery call. */
export const minutesBusy = (calls: Calls, kind: CallKind) =>
  calls.minutes + (kind === 'discovery-call' ? calls['gap-after-discovery-call'] : 0);
