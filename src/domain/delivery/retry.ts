import { MINUTE } from '../time/day.ts';

/** Waits after the first, second, third … failed attempt; the last one repeats. */
const WAITS = [0.5, 2, 5, 15, 30, 60].map((minutes) => minutes * MINUTE);

/** Resend forgets an idempotency key after 24 hours; attempts are planned until an hour before, or a mail could go twice. */
const WINDOW_MS = 23 * 60 * MINUTE;

/** What is due may wait for two sweeps after the window; later than that the key may be forgotten. */
const GRACE_MS = 30 * MINUTE;

/** Whether it is too late to try a message again that was first tried at `firstAttempt`: it could arrive twice. */
export const isKeyForgotten = (now: number, firstAttempt: number): boolean =>
  now >= firstAttempt + WINDOW_MS + GRACE_MS;

/** A message whose sender dies mid-attempt is taken up again after this: longer than any attempt lasts. */
export const LEASE_MS = MINUTE;

/**
 * When to try again after `attempts` failures, in epoch milliseconds: later each time, spread by
 * `chance` (0 to 1) over half as much again, and never before the mail service asked for.
 * Undefined when that would be outside the idempotency window, and the message is to be given up.
 */
export function nextAttempt(
  now: number,
  firstAttempt: number,
  attempts: number,
  chance: number,
  afterSeconds = 0,
): number | undefined {
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? WAITS[0] ?? MINUTE;
  const next = now + Math.round(Math.max(wait * (1 + chance / 2), afterSeconds * 1000));
  return next < firstAttempt + WINDOW_MS ? next : undefined;
}
