import type { Transaction } from '#data/client.ts';
import { wholeSecond } from '#domain/invite/version.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import type { App } from '../app.ts';
import { findCase, lockCase } from '../cases/case.ts';
import { hashOf, isKeyShaped, same } from '../keys.ts';
import { type Booking, type BookingInCase, bookingKeyOf } from './booking.ts';

interface BookingRow {
  id: string;
  case_id: string;
  key_generation: number;
  kind: CallKind;
  starts_at: Date;
  ends_at: Date;
  name: string;
  phone: string;
  email: string | null;
  organisation: string | null;
  topic: string | null;
  uid: string;
  staff_uid: string | null;
  sequence: number;
  stamp: Date;
  created_at: Date;
  moved_at: Date | null;
  cancelled_at: Date | null;
  quarantined_at: Date | null;
  corrected_at: Date | null;
  released_at: Date | null;
}

/** The columns of a new call's row, in the order they are written. */
export const COLUMNS = `id, case_id, key_generation, kind, starts_at, ends_at, name, phone, email, organisation,
  topic, uid, sequence, stamp, created_at, moved_at, cancelled_at, quarantined_at, staff_uid`;

const READ = `${COLUMNS}, corrected_at, released_at`;

const fromRow = (row: BookingRow): Booking => ({
  id: row.id,
  caseId: row.case_id,
  keyGeneration: row.key_generation,
  kind: row.kind,
  start: row.starts_at.getTime(),
  end: row.ends_at.getTime(),
  name: row.name,
  phone: row.phone,
  email: row.email ?? undefined,
  organisation: row.organisation ?? undefined,
  topic: row.topic ?? undefined,
  uid: row.uid,
  staffUid: row.staff_uid ?? row.uid,
  version: {
    sequence: row.sequence,
    created: wholeSecond(row.created_at.getTime()),
    stamp: row.stamp.getTime(),
  },
  createdAt: row.created_at,
  movedAt: row.moved_at ?? undefined,
  cancelledAt: row.cancelled_at ?? undefined,
  quarantinedAt: row.quarantined_at ?? undefined,
  correctedAt: row.corrected_at ?? undefined,
  releasedAt: row.released_at ?? undefined,
});

/** The call with this id, if it is still kept. */
export async function findBooking(tx: Transaction, id: string): Promise<Booking | undefined> {
  const [row] = await tx.query<BookingRow>(`SELECT ${READ} FROM bookings WHERE id = $1`, [id]);
  return row && fromRow(row);
}

/** The calls of a case, by start, cancelled ones included. */
export async function bookingsOfCase(tx: Transaction, caseId: string): Promise<Booking[]> {
  const rows = await tx.query<BookingRow>(
    `SELECT ${READ} FROM bookings WHERE case_id = $1 ORDER BY starts_at, id`,
    [caseId],
  );
  return rows.map(fromRow);
}

/** The call a key opens, with its case, if it opens one. */
export async function findBookingByKey(app: App, key: string): Promise<BookingInCase | undefined> {
  if (!isKeyShaped(key)) return undefined;
  const [row] = await app.database.query<BookingRow>(
    `SELECT ${READ} FROM bookings WHERE key_hash = $1`,
    [hashOf(key)],
  );
  const booking = row && fromRow(row);
  if (!booking || !same(key, bookingKeyOf(app, booking))) return undefined;
  const found = await findCase(app.database, booking.caseId);
  return found && { case: found, booking };
}

/** The call as it stands, with its case, while nobody else can change either. */
export async function lockBooking(
  tx: Transaction,
  { id, caseId }: Pick<Booking, 'id' | 'caseId'>,
): Promise<BookingInCase | undefined> {
  const found = await lockCase(tx, caseId);
  const booking = found && (await findBooking(tx, id));
  return booking && { case: found, booking };
}
