import type { Transaction } from '#data/client.ts';
import type { CallDetails, CallRequest } from '#domain/booking/booking.ts';
import { inviteUid } from '#domain/invite/uid.ts';
import { firstVersion, type Version } from '#domain/invite/version.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';
import { hashOf } from '../keys.ts';
import { type Booking, bookingKeyOf } from './booking.ts';
import { COLUMNS } from './booking-records.ts';
import type { Reservation } from './reserve-slot.ts';

/** A new call for a case, as it will be written. */
export function makeBooking(
  app: App,
  kind: CallKind,
  value: CallRequest,
  { caseId, slot, quarantined }: { caseId: string; slot: Slot; quarantined: boolean },
): Booking {
  const id = app.uuid();
  const now = app.now();
  return {
    id,
    caseId,
    keyGeneration: 0,
    kind,
    ...slot,
    name: value.name,
    phone: value.phone,
    email: value.email,
    organisation: value.organisation,
    topic: value.topic,
    uid: inviteUid(id, app.environment.URL),
    staffUid: inviteUid(app.uuid(), app.environment.URL),
    version: firstVersion(now.getTime()),
    createdAt: now,
    movedAt: undefined,
    cancelledAt: undefined,
    quarantinedAt: quarantined ? now : undefined,
    correctedAt: undefined,
    releasedAt: undefined,
  };
}

/**
 * What is kept beside a call for search: its number in one way, and its words folded. Reading telephones takes a
 * while to load: only what writes one waits for it.
 */
const searchedOf = async ({ name, phone, email, organisation, topic }: CallDetails) => {
  const { searchable } = await import('#domain/search/searchable.ts');
  const { phoneNumber, folded } = searchable([name, email, organisation, topic], phone);
  return [phoneNumber ?? null, folded];
};

/** Writes a new call, holding time or, without a hold, none. */
export const insertBooking = async (
  app: App,
  tx: Transaction,
  booking: Booking,
  hold?: Reservation,
) =>
  tx.query(
    `INSERT INTO bookings (key_hash, ${COLUMNS}, line, during, phone_number, folded)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, NULL, NULL, $17,
       $18, $19, CASE WHEN $19::int IS NOT NULL THEN tstzrange($6, $20) END, $21, $22)`,
    [
      hashOf(bookingKeyOf(app, booking)),
      booking.id,
      booking.caseId,
      booking.keyGeneration,
      booking.kind,
      new Date(booking.start),
      new Date(booking.end),
      booking.name,
      booking.phone,
      booking.email ?? null,
      booking.organisation ?? null,
      booking.topic ?? null,
      booking.uid,
      booking.version.sequence,
      new Date(booking.version.stamp),
      booking.createdAt,
      booking.quarantinedAt ?? null,
      booking.staffUid,
      hold?.line ?? null,
      hold?.until ?? null,
      ...(await searchedOf(booking)),
    ],
  );

/** Puts a call at another time, and notes which telling of it this is. */
export const writeMove = (
  tx: Transaction,
  id: string,
  {
    slot,
    version,
    at,
    hold,
  }: { slot: Slot; version: Version; at: Date; hold?: Reservation | undefined },
) =>
  tx.query(
    `UPDATE bookings SET starts_at = $2, ends_at = $3, sequence = $4, stamp = $5, moved_at = $6,
       line = $7, during = CASE WHEN $7::int IS NOT NULL THEN tstzrange($2, $8) END
     WHERE id = $1`,
    [
      id,
      new Date(slot.start),
      new Date(slot.end),
      version.sequence,
      new Date(version.stamp),
      at,
      hold?.line ?? null,
      hold?.until ?? null,
    ],
  );

/** Writes details over what stood there; corrected at `at`, or never sent before where that is undefined. */
export const writeDetails = async (
  tx: Transaction,
  id: string,
  {
    version,
    at,
    details,
    uids,
  }: {
    version: Version;
    at: Date | undefined;
    details: CallDetails;
    uids: Pick<Booking, 'uid' | 'staffUid'>;
  },
) =>
  tx.query(
    `UPDATE bookings SET name = $2, phone = $3, email = $4, organisation = $5, topic = $6,
       sequence = $7, stamp = $8, corrected_at = coalesce($9, corrected_at), uid = $10, staff_uid = $11,
       phone_number = $12, folded = $13
     WHERE id = $1`,
    [
      id,
      details.name,
      details.phone,
      details.email ?? null,
      details.organisation ?? null,
      details.topic ?? null,
      version.sequence,
      new Date(version.stamp),
      at ?? null,
      uids.uid,
      uids.staffUid,
      ...(await searchedOf(details)),
    ],
  );

/** Writes another start over that of a call that holds no time. */
export const writeStart = (tx: Transaction, id: string, { start, end }: Slot) =>
  tx.query('UPDATE bookings SET starts_at = $2, ends_at = $3 WHERE id = $1', [
    id,
    new Date(start),
    new Date(end),
  ]);

/** Cancels a call, which frees its time. */
export const writeCancellation = (tx: Transaction, id: string, version: Version, at: Date) =>
  tx.query(
    `UPDATE bookings SET cancelled_at = $2, sequence = $3, stamp = $4, line = NULL, during = NULL
     WHERE id = $1`,
    [id, at, version.sequence, new Date(version.stamp)],
  );

/** Takes a call out of quarantine and gives it its time; `stamp` is the moment calendars are told. */
export const writeRelease = (
  tx: Transaction,
  id: string,
  { at, stamp, slot, hold }: { at: Date; stamp: number; slot: Slot; hold: Reservation },
) =>
  tx.query(
    `UPDATE bookings SET quarantined_at = NULL, released_at = $2, stamp = $3, starts_at = $4, ends_at = $5,
       line = $6, during = tstzrange($4, $7)
     WHERE id = $1`,
    [id, at, new Date(stamp), new Date(slot.start), new Date(slot.end), hold.line, hold.until],
  );

/** Takes a call out of quarantine whose time cannot be had: what holds no time is cancelled. */
export const writeReleaseWithoutTime = (tx: Transaction, id: string, at: Date) =>
  tx.query(
    `UPDATE bookings SET quarantined_at = NULL, released_at = $2, cancelled_at = coalesce(cancelled_at, $2)
     WHERE id = $1`,
    [id, at],
  );
