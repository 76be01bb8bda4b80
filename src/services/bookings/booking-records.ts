import {
  type Booking,
  bookingsOfCase,
  findBooking,
  findBookingByKeyHash,
  insertBooking,
} from '#data/booking-repository.ts';
import type { Reservation } from '#data/booking-time-repository.ts';
import type { Transaction } from '#data/client.ts';
import type { CallRequest } from '#domain/booking/booking.ts';
import { inviteUid } from '#domain/invite/uid.ts';
import { firstVersion } from '#domain/invite/version.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';
import { findCase, lockCase } from '../cases/case.ts';
import { opensLinked } from '../cases/link-key.ts';
import { hashOf, isKeyShaped } from '../keys.ts';
import { type BookingInCase, bookingKeyOf, isToCome } from './booking.ts';

export { bookingsOfCase };

/** The call a key opens, with its case, if it opens one. */
export async function findBookingByKey(app: App, key: string): Promise<BookingInCase | undefined> {
  if (!isKeyShaped(key)) return undefined;
  const booking = await findBookingByKeyHash(app.database, hashOf(key));
  if (!booking || !opensLinked(app, 'booking', key, booking)) return undefined;
  const found = await findCase(app.database, booking.caseId);
  return found && { case: found, booking };
}

/** Reads a call as it is, after its case: undefined when it was erased meanwhile. */
const bookingAfter =
  (readCase: typeof findCase) =>
  async (
    tx: Transaction,
    { id, caseId }: Pick<Booking, 'id' | 'caseId'>,
  ): Promise<BookingInCase | undefined> => {
    const found = await readCase(tx, caseId);
    const booking = found && (await findBooking(tx, id));
    return booking && { case: found, booking };
  };

/** The call as it is, with its case, while nobody else can change either. */
export const lockBooking = bookingAfter(lockCase);

/** The call as it is, with its case; undefined when it was erased meanwhile. */
export const findBookingInCase = bookingAfter(findCase);

/** The calls of a case that are still to come. */
export const callsToComeIn = async (app: App, tx: Transaction, caseId: string) =>
  (await bookingsOfCase(tx, caseId)).filter((call) => isToCome(app, call));

/** A new call for a case, as it will be written. */
export function makeBooking(
  app: App,
  kind: CallKind,
  { start, case: joined, ...details }: CallRequest,
  { caseId, slot, quarantined }: { caseId: string; slot: Slot; quarantined: boolean },
): Booking {
  const id = app.uuid();
  const now = app.now();
  return {
    id,
    caseId,
    keyGeneration: 0,
    keyHash: hashOf(bookingKeyOf(app, { id, keyGeneration: 0 })),
    kind,
    ...slot,
    ...details,
    uid: inviteUid(id, app.environment.URL),
    staffUid: inviteUid(app.uuid(), app.environment.URL),
    version: firstVersion(now.getTime()),
    createdAt: now,
    quarantinedAt: quarantined ? now : undefined,
  };
}

/** Writes a new call, holding time or, without a reservation, none. */
export const writeBooking = (
  tx: Transaction,
  booking: Booking,
  reservation?: Reservation,
): Promise<void> => insertBooking(tx, booking, reservation);
