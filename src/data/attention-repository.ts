import { sql } from 'drizzle-orm';
import type { WaitsBecause } from '#domain/cases/case-status.ts';
import { UNDELIVERED } from '#domain/cases/mail-kinds.ts';
import { DECIDES, SEES_TO, SUPERSEDES_OFFER } from '#domain/desk/acts.ts';
import { openRequestIn, REQUEST_BEGINS } from '#domain/desk/data-request.ts';
import type {
  ComingUp,
  DataRequest,
  OpenOffer,
  QuarantinedCase,
  Undelivered,
  Waiting,
} from '#domain/desk/digest.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import {
  type CallerRow,
  callerFromRow,
  nextCallAt,
  PERSON,
  PERSON_COLUMNS,
  PERSON_PHONE,
  waitsAt,
} from './case-fragments.ts';
import { NOT_ARRIVED } from './case-mail-repository.ts';
import { seesTo } from './case-status-repository.ts';
import type { Transaction } from './client.ts';
import { bookings, caseActs, cases, deliveryReports, messages, personActs } from './schema.ts';

// What staff are to see to: cases that wait for them, what is in quarantine, and mail that did not arrive.

/** Every case that waits for staff at `now`, the longest first: since when and why, and when we last tried to reach them. */
export async function waitingCases(tx: Transaction, now: Date): Promise<Waiting[]> {
  type Row = CallerRow & {
    waiting_since: Date;
    waits_because: WaitsBecause;
    call: CallKind | null;
    tried_at: Date | null;
  };
  const rows = await tx.execute<Row>(sql`
    SELECT ${PERSON_COLUMNS}, c.waiting_since, c.waits_because,
      (SELECT took.kind FROM ${bookings} took
       WHERE c.waits_because = 'call' AND took.case_id = c.id AND took.during IS NOT NULL
         AND took.starts_at = c.waiting_since LIMIT 1) AS call,
      (SELECT max(a.at) FROM ${caseActs} a
       WHERE a.case_id = c.id AND a.outcome = 'no answer' AND a.undone_at IS NULL
         AND a.at >= c.waiting_since) AS tried_at
    FROM ${cases} c ${PERSON} WHERE ${waitsAt(now)} ORDER BY c.waiting_since, c.reference`);
  return rows.map((row) => ({
    ...callerFromRow(row),
    at: row.waiting_since.getTime(),
    because: row.waits_because,
    call: row.call ?? undefined,
    triedAt: row.tried_at?.getTime(),
  }));
}

/** How much of a message is told of in a list. */
const MESSAGE_BEGINS = 160;

/** Every case with something in quarantine at `now`, with who it is from and when it came to be there, the oldest first. */
export async function quarantinedCases(tx: Transaction, now: Date): Promise<QuarantinedCase[]> {
  type Row = CallerRow & {
    at: Date;
    enquired: boolean;
    message: string | null;
    calls: { kind: CallKind; start: string; end: string; topic: string | null }[] | null;
  };
  const rows = await tx.execute<Row>(sql`
    SELECT ${PERSON_COLUMNS}, quarantine.at, c.quarantined_at IS NOT NULL AND e.id IS NOT NULL AS enquired,
      CASE WHEN length(e.message) > ${MESSAGE_BEGINS} THEN left(e.message, ${MESSAGE_BEGINS}) || '…' ELSE e.message END AS message,
      (SELECT json_agg(json_build_object('kind', kind, 'start', starts_at, 'end', ends_at, 'topic', topic) ORDER BY starts_at)
       FROM ${bookings} b WHERE b.case_id = c.id AND b.quarantined_at IS NOT NULL
         AND b.cancelled_at IS NULL) AS calls
    FROM (
      SELECT case_id, max(at) AS at FROM (
        SELECT id AS case_id, quarantined_at AS at FROM ${cases} WHERE quarantined_at <= ${now}
        UNION ALL
        SELECT case_id, quarantined_at FROM ${bookings} WHERE quarantined_at <= ${now}
      ) quarantined GROUP BY case_id
    ) quarantine JOIN ${cases} c ON c.id = quarantine.case_id ${PERSON}
    ORDER BY quarantine.at, c.reference`);
  return rows.map((row) => ({
    ...callerFromRow(row),
    at: row.at.getTime(),
    enquired: row.enquired,
    message: row.message ?? undefined,
    calls: (row.calls ?? []).map(({ kind, start, end, topic }) => ({
      ...{ kind, topic: topic ?? undefined },
      start: Date.parse(start),
      end: Date.parse(end),
    })),
  }));
}

/** Every case that was offered times after which neither its person nor staff did anything, the oldest offer first, with the times it names. */
export async function openOffers(
  tx: Transaction,
  now: Date,
): Promise<(OpenOffer & { words: string })[]> {
  const rows = await tx.execute<CallerRow & { at: Date; words: string | null }>(sql`
    SELECT ${PERSON_COLUMNS}, offer.at, (
      SELECT said.words FROM ${caseActs} said
      WHERE said.case_id = c.id AND said.act = 'times offered' AND said.at = offer.at LIMIT 1) AS words
    FROM (
      SELECT case_id, max(at) AS at FROM ${caseActs} WHERE act = 'times offered' GROUP BY case_id
    ) offer JOIN ${cases} c ON c.id = offer.case_id ${PERSON}
    WHERE c.quarantined_at IS NULL AND offer.at <= ${now}
      AND NOT EXISTS (SELECT FROM ${personActs} p WHERE p.case_id = c.id AND p.at > offer.at)
      AND NOT EXISTS (
        SELECT FROM ${caseActs} a WHERE a.case_id = c.id AND a.at > offer.at AND a.undone_at IS NULL
          AND a.act IN ${SUPERSEDES_OFFER})
    ORDER BY offer.at, c.reference`);
  return rows.map((row) => ({
    ...callerFromRow(row),
    at: row.at.getTime(),
    words: row.words ?? '',
  }));
}

/**
 * Every case that is looked at again by the London day `last` by what staff decided last, the soonest first and those of
 * `staff` before others of a day. One that waits already is left out; one whose date has come, however long ago, is told
 * of until its call, unless staff saw to its person since.
 */
export async function comingUp(
  tx: Transaction,
  now: Date,
  { today, last, staff }: { today: number; last: number; staff: string },
): Promise<ComingUp[]> {
  const decision = sql`decision.undone_at IS NULL AND decision.act IN ${DECIDES}`;
  // Two small sets, each read by itself: of the dates that have come nearly all are over and done with.
  const rows = await tx.execute<CallerRow & { follow_up: string; call: Date | null }>(sql`
    WITH due AS (
      SELECT decision.* FROM ${caseActs} decision
      WHERE decision.follow_up > ${isoDate(today)} AND decision.follow_up <= ${isoDate(last)} AND ${decision}
      UNION ALL
      SELECT decision.* FROM ${caseActs} decision
      JOIN (SELECT DISTINCT case_id FROM ${bookings} WHERE during IS NOT NULL AND ends_at > ${now}) to_come
        ON to_come.case_id = decision.case_id
      WHERE decision.follow_up <= ${isoDate(today)} AND ${decision} AND NOT EXISTS (
        SELECT FROM ${caseActs} ours WHERE ours.case_id = decision.case_id AND ours.undone_at IS NULL
          AND ours.act IN ${SEES_TO} AND (ours.at AT TIME ZONE 'Europe/London')::date >= decision.follow_up)
    )
    SELECT ${PERSON_COLUMNS}, due.follow_up, next_call.at AS call
    FROM due JOIN ${cases} c ON c.id = due.case_id ${nextCallAt(now)} ${PERSON}
    WHERE c.quarantined_at IS NULL AND (c.waits_from <= ${now}) IS NOT TRUE
      AND NOT EXISTS (
        SELECT FROM ${caseActs} a WHERE a.case_id = c.id AND a.undone_at IS NULL AND a.act IN ${DECIDES}
          AND (a.at, a.id) > (due.at, due.id))
    ORDER BY due.follow_up, c.owner IS DISTINCT FROM ${staff}, c.reference`);
  return rows.map((row) => ({
    ...callerFromRow(row),
    day: dayFromIso(row.follow_up) ?? today,
    call: row.call?.getTime(),
  }));
}

/** Every request about data that is noted at a case and not answered, the one to be answered soonest first. */
export async function openDataRequests(tx: Transaction): Promise<DataRequest[]> {
  const rows = await tx.execute<CallerRow & { words: string }>(sql`
    SELECT ${PERSON_COLUMNS}, note.words
    FROM ${caseActs} note JOIN ${cases} c ON c.id = note.case_id ${PERSON}
    WHERE note.act = 'note' AND note.words LIKE ${`${REQUEST_BEGINS}%`}
    ORDER BY note.at, note.id`);
  const open = rows.flatMap((row) => {
    const request = openRequestIn(row.words);
    return request ? [{ ...callerFromRow(row), ...request }] : [];
  });
  // What has no date is read first: nobody knows how soon it is.
  return open.toSorted((one, other) => (one.by ?? 0) - (other.by ?? 0));
}

/** A stretch of time, without its first instant. */
export interface Since {
  from: Date;
  to: Date;
}

/**
 * Messages given up, and those the other side sent back; not the word of such a message that staff had
 * at once, nor one after which staff saw to the person: a note, a release or an outcome that was undone hides none.
 */
export async function undeliveredMessages(
  tx: Transaction,
  { from, to }: Since,
): Promise<Undelivered[]> {
  type Row = Omit<CallerRow, 'reference'> & {
    reference: string | null;
    phone: string | null;
    kind: string;
    audience: Undelivered['audience'];
    given_up: boolean;
  };
  const rows = await tx.execute<Row>(sql`
    WITH lost AS (
      SELECT id, failed_at AS at FROM ${messages} WHERE failed_at > ${from} AND failed_at <= ${to}
      UNION ALL
      SELECT m.id, min(r.received_at) FROM ${deliveryReports} r JOIN ${messages} m USING (provider_id)
      WHERE r.received_at > ${from} AND r.received_at <= ${to} AND r.type IN ${NOT_ARRIVED}
      GROUP BY m.id
    )
    SELECT ${PERSON_COLUMNS}, ${PERSON_PHONE} AS phone,
      m.kind, m.audience, m.failed_at IS NOT NULL AS given_up
    FROM lost JOIN ${messages} m ON m.id = lost.id LEFT JOIN ${cases} c ON c.id = m.case_id ${PERSON}
    WHERE m.kind <> ${UNDELIVERED}
      AND NOT EXISTS (
        SELECT FROM ${caseActs} WHERE ${caseActs.caseId} = m.case_id AND ${caseActs.at} > lost.at AND ${seesTo})
    ORDER BY lost.at, m.place`);
  return rows.map(({ reference, name, organisation, owner, phone, kind, audience, given_up }) => ({
    reference: reference ?? undefined,
    owner: owner ?? undefined,
    name: name ?? undefined,
    organisation: organisation ?? undefined,
    phone: phone ?? undefined,
    what: kind,
    audience,
    how: given_up ? 'given up' : 'sent back',
  }));
}
