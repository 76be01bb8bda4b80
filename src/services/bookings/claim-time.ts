import { holdOpenTimes, lockDays } from '#data/advisory-locks.ts';
import type { Reservation } from '#data/booking-time-repository.ts';
import type { Transaction } from '#data/client.ts';
import { unlessRefused } from '#data/transaction-retry.ts';
import { conflictOf } from '#domain/booking/conflicting-booking.ts';
import { type AvailabilityInput, minutesBusy, type Slot } from '#domain/slots/slot.ts';
import { MINUTE } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { takenAway } from '../availability/conflicting-bookings.ts';

/** Every line, those that looked free when the diary was read first. */
function linesOf({ calls, bookings }: AvailabilityInput, start: number, until: number): number[] {
  const taken = new Set(
    bookings.filter((busy) => busy.start < until && start < busy.end).map(({ line }) => line),
  );
  const lines = Array.from({ length: calls['calls-at-once'] }, (_, index) => index + 1);
  return lines.sort((one, other) => Number(taken.has(one)) - Number(taken.has(other)));
}

/**
 * Claims the time of `slot` in `tx`, trying every line: `write` puts the hold on the booking, and the
 * database refuses it where somebody else has it. Returns what `write` did on the line that was free;
 * undefined when none is, or when staff have closed or blocked the time meanwhile, and nothing is written. `from`
 * is where a booking that is moved was before.
 */
export async function claimTime<Written>(
  app: App,
  tx: Transaction,
  diary: AvailabilityInput,
  { slot, from = slot.start }: { slot: Slot; from?: number },
  write: (hold: Reservation) => Promise<Written>,
): Promise<Written | undefined> {
  const until = slot.start + minutesBusy(diary.calls, diary.kind) * MINUTE;
  // In this order staff who set something wait for one claim on each day, not for all that stand in line.
  await lockDays(tx, [from, slot.start]);
  await holdOpenTimes(tx);
  if (conflictOf(await takenAway(app, tx), slot)) return undefined;
  for (const line of linesOf(diary, slot.start, until)) {
    const hold = { line, until: new Date(until) };
    const written = await unlessRefused(tx, () => write(hold));
    if (written !== undefined) return written;
  }
  return undefined;
}
