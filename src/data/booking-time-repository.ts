import { eq, sql } from 'drizzle-orm';
import type { Version } from '#domain/invite/version.ts';
import type { Slot } from '#domain/slots/slot.ts';
import type { Transaction } from './client.ts';
import { bookings } from './schema.ts';

/** The time a booking is to hold: on one line, from its start to the end of the gap after it. */
export interface Reservation {
  line: number;
  until: Date;
}

/** When a call is, as columns. */
export const timeOf = ({ start, end }: Slot) => ({
  startsAt: new Date(start),
  endsAt: new Date(end),
});

const NO_HOLD = { line: null, during: null };

/** What holds a call’s time, from its start on, as columns; without a reservation it holds none. */
export const holdOf = ({ start }: Slot, reservation: Reservation | undefined) =>
  reservation
    ? {
        line: reservation.line,
        during: sql`tstzrange(${new Date(start)}, ${reservation.until})`,
      }
    : NO_HOLD;

/** What calendars are told next, as columns. */
export const toldOf = ({ sequence, stamp }: Version) => ({ sequence, stamp: new Date(stamp) });

/** Puts a call at another time, and notes which telling of it this is. */
export async function writeMove(
  tx: Transaction,
  id: string,
  {
    slot,
    version,
    at,
    hold,
  }: { slot: Slot; version: Version; at: Date; hold?: Reservation | undefined },
): Promise<void> {
  await tx
    .update(bookings)
    .set({ ...timeOf(slot), ...toldOf(version), ...holdOf(slot, hold), movedAt: at })
    .where(eq(bookings.id, id));
}

/** Writes another start over that of a call that holds no time. */
export async function writeStart(tx: Transaction, id: string, slot: Slot): Promise<void> {
  await tx.update(bookings).set(timeOf(slot)).where(eq(bookings.id, id));
}

/** Cancels a call, which frees its time. */
export async function writeCancellation(
  tx: Transaction,
  id: string,
  version: Version,
  at: Date,
): Promise<void> {
  await tx
    .update(bookings)
    .set({ ...toldOf(version), ...NO_HOLD, cancelledAt: at })
    .where(eq(bookings.id, id));
}

/** Takes a call out of quarantine and gives it its time; `stamp` is the moment calendars are told. */
export async function writeRelease(
  tx: Transaction,
  id: string,
  { at, stamp, slot, hold }: { at: Date; stamp: number; slot: Slot; hold: Reservation },
): Promise<void> {
  await tx
    .update(bookings)
    .set({
      ...timeOf(slot),
      ...holdOf(slot, hold),
      stamp: new Date(stamp),
      quarantinedAt: null,
      releasedAt: at,
    })
    .where(eq(bookings.id, id));
}

/** Takes a call out of quarantine whose time cannot be had: what holds no time is cancelled. */
export async function writeReleaseWithoutTime(
  tx: Transaction,
  id: string,
  at: Date,
): Promise<void> {
  await tx
    .update(bookings)
    .set({
      quarantinedAt: null,
      releasedAt: at,
      cancelledAt: sql`coalesce(${bookings.cancelledAt}, ${at})`,
    })
    .where(eq(bookings.id, id));
}
