import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { CallDetails } from '#domain/booking/booking.ts';
import { type Version, wholeSecond } from '#domain/invite/version.ts';
import type { Slot } from '#domain/slots/slot.ts';
import { holdOf, type Reservation, timeOf, toldOf } from './booking-time-repository.ts';
import type { Transaction } from './client.ts';
import { foundBy } from './link-key-repository.ts';
import { type WithoutNulls, withNulls, withoutNulls } from './nulls.ts';
import { bookings, deliveryReports, messages } from './schema.ts';
import { SEARCHED_TEXTS, searchColumns } from './search-repository.ts';

/** All but what a call was found by before, the time it holds, and what it was reminded for. */
const { keyHashBefore, line, during, remindedFor, phoneNumber, folded, ...READ } =
  getTableColumns(bookings);

type Row = Pick<typeof bookings.$inferSelect, keyof typeof READ>;

/** What a call says otherwise than its row. */
type Reworded = 'startsAt' | 'endsAt' | 'sequence' | 'stamp' | 'staffUid';

/**
 * One call as it is: who asked for it, when it is, and what calendars were last told of it. One with
 * `quarantinedAt` looked automatic: it holds no time and nobody was told, until staff release it.
 */
export interface Booking extends Slot, WithoutNulls<Omit<Row, Reworded>> {
  /** What staff calendars know it by; its enquirer's know it by `uid`. */
  staffUid: string;
  version: Version;
}

const bookingOf = ({ startsAt, endsAt, sequence, stamp, staffUid, ...row }: Row): Booking => ({
  ...withoutNulls(row),
  start: startsAt.getTime(),
  end: endsAt.getTime(),
  staffUid: staffUid ?? row.uid,
  version: {
    sequence,
    created: wholeSecond(row.createdAt.getTime()),
    stamp: stamp.getTime(),
  },
});

/** The call with this id, if it is still kept. */
export async function findBooking(tx: Transaction, id: string): Promise<Booking | undefined> {
  const [row] = await tx.select(READ).from(bookings).where(eq(bookings.id, id));
  return row && bookingOf(row);
}

/** The call whose key has this hash, if there is one. */
export async function findBookingByKeyHash(
  tx: Transaction,
  hash: Uint8Array,
): Promise<Booking | undefined> {
  const [row] = await tx.select(READ).from(bookings).where(foundBy('booking', hash));
  return row && bookingOf(row);
}

/** The calls of a case, by start, cancelled ones included. */
export async function bookingsOfCase(tx: Transaction, caseId: string): Promise<Booking[]> {
  const rows = await tx
    .select(READ)
    .from(bookings)
    .where(eq(bookings.caseId, caseId))
    .orderBy(asc(bookings.startsAt), asc(bookings.id));
  return rows.map(bookingOf);
}

/** Where each detail of a call is kept: a detail without a column is an error of types. */
const DETAILS = {
  name: bookings.name,
  phone: bookings.phone,
  email: bookings.email,
  organisation: bookings.organisation,
  topic: bookings.topic,
} satisfies Record<keyof CallDetails, PgColumn>;

const searchedOf = (details: CallDetails) =>
  searchColumns(
    SEARCHED_TEXTS.bookings.map((name) => details[name]),
    details.phone,
  );

/** Writes a new call, holding time or, without a reservation, none. */
export async function insertBooking(
  tx: Transaction,
  { version, ...booking }: Booking,
  reservation?: Reservation,
): Promise<void> {
  await tx.insert(bookings).values({
    ...booking,
    ...timeOf(booking),
    ...toldOf(version),
    ...holdOf(booking, reservation),
    ...(await searchedOf(booking)),
  });
}

/** Writes details over what was there; corrected at `at`, or never sent before where that is undefined. */
export async function writeDetails(
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
): Promise<void> {
  await tx
    .update(bookings)
    .set({
      ...withNulls(Object.keys(DETAILS) as (keyof CallDetails)[], details),
      ...(await searchedOf(details)),
      ...toldOf(version),
      ...(at && { correctedAt: at }),
      uid: uids.uid,
      staffUid: uids.staffUid,
    })
    .where(eq(bookings.id, id));
}

/** Deletes a call, and what hangs on it but for its messages. */
export async function deleteBooking(tx: Transaction, id: string): Promise<void> {
  await tx.delete(bookings).where(eq(bookings.id, id));
}

/** Deletes every message about a call, and what was reported of them. */
export async function deleteMailOfBooking(tx: Transaction, id: string): Promise<void> {
  await tx.execute(sql`
    DELETE FROM ${deliveryReports}
    WHERE provider_id IN (SELECT m.provider_id FROM ${messages} m WHERE m.booking_id = ${id})`);
  await tx.delete(messages).where(eq(messages.bookingId, id));
}
