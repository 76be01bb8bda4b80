import { type Reservation, writeRelease } from '#data/booking-time-repository.ts';
import type { Transaction } from '#data/client.ts';
import { wholeSecond } from '#domain/invite/version.ts';
import type { App } from '../app.ts';
import type { Offered } from '../availability/check-availability.ts';
import { releaseFromQuarantine } from '../cases/case.ts';
import type { BookingInCase } from './booking.ts';
import { claimTime } from './claim-time.ts';

/**
 * Takes a call out of quarantine in `tx`, its case with it, and claims the time it asks for; nothing is
 * enqueued yet. Undefined, and nothing written, when another call has the time.
 */
export async function releaseWithTime(
  app: App,
  tx: Transaction,
  { case: found, booking }: BookingInCase,
  { slot, diary }: Offered,
): Promise<BookingInCase | undefined> {
  const at = app.now();
  // Nobody was told of it before: calendars learn of it now.
  const stamp = Math.max(booking.version.stamp, wholeSecond(at.getTime()));
  const released = await claimTime(app, tx, diary, { slot }, async (hold: Reservation) => {
    await writeRelease(tx, booking.id, { at, stamp, slot, hold });
    return { ...booking, ...slot, quarantinedAt: undefined, releasedAt: at };
  });
  if (!released) return undefined;
  if (found.quarantinedAt) await releaseFromQuarantine(tx, found.id);
  return {
    case: { ...found, quarantinedAt: undefined },
    booking: { ...released, version: { ...booking.version, stamp } },
  };
}
