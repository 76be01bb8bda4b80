import type { StaffBusy } from '#data/busy-times.ts';
import type { Transaction } from '#data/client.ts';

/** A transaction that claims a time met calendars of staff: it is given up, and begun again once they have been read. */
export class CalendarsUnreadError extends Error {
  override name = 'CalendarsUnreadError';
}

const claiming = new WeakSet<Transaction>();

/** Says that in `tx` a time is claimed, and that no calendar has been read for it. */
export const claimUnread = (tx: Transaction): unknown => claiming.add(tx);

/** Gives a transaction up that claims a time before the calendars it goes by were read. */
export function unlessUnread(tx: Transaction, calendars: readonly StaffBusy[]): void {
  if (calendars.length > 0 && claiming.has(tx)) throw new CalendarsUnreadError();
}
