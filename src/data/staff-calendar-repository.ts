import { and, asc, eq, notInArray, sql } from 'drizzle-orm';
import type { CalendarFailure } from '#domain/calendars/calendar-reading.ts';
import type { Interval } from '#domain/hours/openings.ts';
import type { Transaction } from './client.ts';
import { staffCalendars } from './schema.ts';

/** The calendar of a member of staff, without the times that were read from it. */
export interface StaffCalendar {
  /** In lower case. */
  email: string;
  addressSealed: Uint8Array;
  givenAt: Date;
  readAt: Date;
  triedAt: Date;
  failure: CalendarFailure | null;
}

const { email, addressSealed, givenAt, readAt, triedAt, failure } = staffCalendars;

const columns = { email, addressSealed, givenAt, readAt, triedAt, failure };

/** Every calendar that was given, by address. */
export const staffCalendarsGiven = (tx: Transaction): Promise<StaffCalendar[]> =>
  tx.select(columns).from(staffCalendars).orderBy(asc(email));

/** Stretches of time as PostgreSQL keeps them, joined where they overlap or touch. */
const multirange = (busy: readonly Interval[]) => sql<string>`(
  SELECT coalesce(range_agg(tstzrange(to_timestamp(starts / 1000), to_timestamp(ends / 1000))), '{}')
  FROM unnest(
    ${sql.param(busy.map(({ start }) => start))}::float8[], ${sql.param(busy.map(({ end }) => end))}::float8[]
  ) AS part (starts, ends))`;

/** A calendar as it is given, and what was read from it then; `replaced` when the member of staff had given one before. */
export async function writeStaffCalendar(
  tx: Transaction,
  given: { email: string; addressSealed: Uint8Array; at: Date; busy: readonly Interval[] },
): Promise<{ replaced: boolean }> {
  const written = {
    addressSealed: given.addressSealed,
    givenAt: given.at,
    busy: multirange(given.busy),
    readAt: given.at,
    triedAt: given.at,
    failure: null,
  };
  const [row] = await tx
    .insert(staffCalendars)
    .values({ email: given.email, ...written })
    .onConflictDoUpdate({ target: email, set: written })
    .returning({ replaced: sql<boolean>`xmax <> 0` });
  return { replaced: row?.replaced ?? false };
}

/** Which calendar of whom: one that is given anew is another, and one that is sealed anew is the same. */
type Given = Pick<StaffCalendar, 'email' | 'givenAt'>;

/** The calendar that a reading is of, unless it was given anew or read again since `at`. */
const notReadSince = (read: Given, at: Date) =>
  and(eq(email, read.email), eq(givenAt, read.givenAt), sql`${triedAt} <= ${at}`);

/** Writes what was read from a calendar, unless a later reading is there already. */
export async function writeReading(
  tx: Transaction,
  read: Given,
  { at, busy }: { at: Date; busy: readonly Interval[] },
): Promise<void> {
  await tx
    .update(staffCalendars)
    .set({ busy: multirange(busy), readAt: at, triedAt: at, failure: null })
    .where(notReadSince(read, at));
}

/** Writes why a calendar could not be read; what was read from it before stays. */
export async function writeFailure(
  tx: Transaction,
  read: Given,
  { at, why }: { at: Date; why: CalendarFailure },
): Promise<void> {
  await tx.update(staffCalendars).set({ triedAt: at, failure: why }).where(notReadSince(read, at));
}

/** Writes the same address as it is sealed from now on, unless another was given meanwhile. */
export async function writeSealedAddress(
  tx: Transaction,
  before: Pick<StaffCalendar, 'email' | 'addressSealed'>,
  sealed: Uint8Array,
): Promise<void> {
  await tx
    .update(staffCalendars)
    .set({ addressSealed: sealed })
    .where(and(eq(email, before.email), eq(addressSealed, before.addressSealed)));
}

/** Deletes the calendar of an address; false when it gave none. */
export async function deleteStaffCalendar(tx: Transaction, of: string): Promise<boolean> {
  const gone = await tx.delete(staffCalendars).where(eq(email, of)).returning({ email });
  return gone.length > 0;
}

/** Deletes the calendars of everyone who is not among `staff`; returns whose they were. */
export async function deleteCalendarsOfOthers(
  tx: Transaction,
  staff: readonly string[],
): Promise<string[]> {
  const gone = await tx
    .delete(staffCalendars)
    .where(notInArray(email, [...staff]))
    .returning({ email });
  return gone.map((row) => row.email);
}
