/** Which telling of an event this is. Instants are epoch milliseconds, on whole seconds. */
export interface Version {
  sequence: number;
  created: number;
  stamp: number;
}

const SECOND = 1000;

/** An instant without its milliseconds: calendars count in whole seconds (RFC 5545, 3.3.5). */
export const wholeSecond = (instant: number) => Math.floor(instant / SECOND) * SECOND;

/** The version a new booking starts with. */
export const firstVersion = (now: number): Version => ({
  sequence: 0,
  created: wholeSecond(now),
  stamp: wholeSecond(now),
});

/**
 * The version after a change: one higher in sequence, and stamped strictly later even when both
 * happen within a second or the clock went back; calendars ignore what is not newer (RFC 5546, 2.1.5).
 */
export const nextVersion = (last: Version, now: number): Version => ({
  sequence: last.sequence + 1,
  created: last.created,
  stamp: Math.max(wholeSecond(now), last.stamp + SECOND),
});
