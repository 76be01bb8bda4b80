import { and, asc, eq, gt, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Slot } from '#domain/slots/slot.ts';
import type { Transaction } from './client.ts';
import { bookings, caseActs, cases, enquiries } from './schema.ts';

// Lists of calls for staff. Calls that hold time, and so take place, are found by their start alone, like the times
// that are taken.

const { id, kind, name, phone, organisation, topic, startsAt, endsAt } = bookings;

/** What every list says of a call, and of whose it is. */
const LISTED = {
  reference: cases.reference,
  owner: cases.owner,
  ...{ kind, name, organisation, phone, startsAt, endsAt },
};

/** A row as lists have it: with its time as instants in milliseconds. */
const listedOf = <
  Row extends { startsAt: Date; endsAt: Date; organisation: string | null; owner: string | null },
>({
  startsAt,
  endsAt,
  ...row
}: Row) => ({
  ...row,
  owner: row.owner ?? undefined,
  organisation: row.organisation ?? undefined,
  start: startsAt.getTime(),
  end: endsAt.getTime(),
});

/** The calls that hold time and start in an interval (milliseconds), in order. */
export async function callsStartingIn(tx: Transaction, { start, end }: Slot) {
  const rows = await tx
    .select({ ...LISTED, topic })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .where(
      and(isNotNull(bookings.during), gte(startsAt, new Date(start)), lt(startsAt, new Date(end))),
    )
    .orderBy(asc(startsAt), asc(bookings.line));
  return rows.map(({ topic, ...row }) => ({ ...listedOf(row), topic: topic ?? undefined }));
}

/** When staff last offered the case of a call other times, since the call was put where it is now. */
const OFFERED_AT = sql<Date | null>`(
  SELECT max(a.at) FROM ${caseActs} a WHERE a.case_id = ${cases.id} AND a.act = 'times offered'
    AND a.at >= greatest(${bookings.createdAt}, ${bookings.movedAt}))`;

/** Whether a call has an address to write to: its own, or that of the enquiry it belongs to. */
const WRITABLE = sql<boolean>`coalesce(${bookings.email}, ${enquiries.email}) IS NOT NULL`;

/** A call that is booked and has not begun, as staff meet it in a list. */
export type CallToCome = Awaited<ReturnType<typeof callsToCome>>[number];

/** The calls that hold time and have not begun at `now`, in order; those that start before `until`, if it is given. */
export async function callsToCome(tx: Transaction, now: Date, until?: Date) {
  const rows = await tx
    .select({ ...LISTED, id, writable: WRITABLE, offeredAt: OFFERED_AT })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .leftJoin(enquiries, eq(enquiries.caseId, cases.id))
    .where(and(isNotNull(bookings.during), gt(startsAt, now), until && lt(startsAt, until)))
    .orderBy(asc(startsAt), asc(bookings.line));
  return rows.map(({ offeredAt, ...row }) => ({
    ...listedOf(row),
    offeredAt: offeredAt ?? undefined,
    offered: offeredAt !== null,
  }));
}

/**
 * The calls of the staff feed from an instant on, in no order. What holds time is neither cancelled nor in
 * quarantine. Of cancelled calls, those that staff had been told of: one cancelled before or by its release from
 * quarantine was never in the feed.
 */
export async function callsForFeed(tx: Transaction, from: Date) {
  const { uid, staffUid, sequence, stamp, createdAt, cancelledAt, releasedAt } = bookings;
  const rows = await tx
    .select({ ...LISTED, topic, uid, staffUid, sequence, stamp, createdAt, cancelledAt })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .where(
      or(
        and(isNotNull(bookings.during), gte(startsAt, from)),
        and(
          gte(cancelledAt, from),
          isNull(bookings.quarantinedAt),
          or(isNull(releasedAt), lt(releasedAt, cancelledAt)),
        ),
      ),
    );
  return rows.map(({ uid, staffUid, topic, ...row }) => ({
    ...listedOf(row),
    topic: topic ?? undefined,
    uid: staffUid ?? uid,
  }));
}
