import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type {
  CaseStatus,
  CaseTurns,
  Settled,
  StaffTurn,
  WaitsBecause,
} from '#domain/cases/case-status.ts';
import type { Outcome } from '#domain/desk/outcomes.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { instantAt } from '#domain/time/london.ts';
import { nextCallAt, statusAt } from './case-fragments.ts';
import type { Transaction } from './client.ts';
import { bookings, caseActs, cases, enquiries, personActs } from './schema.ts';

/** Acts by which staff saw to a person, and which decide whether their case waits; a note or a release does not. */
export const decides = and(
  isNull(caseActs.undoneAt),
  inArray(caseActs.act, [
    'outcome',
    'times offered',
    'call booked',
    'call moved',
    'call cancelled',
  ]),
);

function followUpAt(isoDay: string | null): number | undefined {
  const day = isoDay === null ? undefined : dayFromIso(isoDay);
  return day === undefined ? undefined : instantAt(day, 0);
}

type StaffRow = Pick<typeof caseActs.$inferSelect, 'at' | 'outcome' | 'followUp'>;

const turnOf = ({ at, outcome, followUp }: StaffRow): StaffTurn =>
  outcome === null
    ? { at: at.getTime(), act: 'other' }
    : { at: at.getTime(), act: 'outcome', outcome, followUp: followUpAt(followUp) };

/** What the person did, but for calls that are in quarantine, and what staff did: everything done about a case, in no order. */
async function readActs(tx: Transaction, caseId: string) {
  const { at, outcome, followUp } = caseActs;
  const rows = await tx
    .select({ by: sql<'staff' | 'person'>`'staff'`, at, outcome, followUp })
    .from(caseActs)
    .where(and(eq(caseActs.caseId, caseId), decides))
    .unionAll(
      tx
        .select({
          by: sql<'staff' | 'person'>`'person'`,
          at: personActs.at,
          outcome: sql<Outcome | null>`NULL`,
          followUp: sql<string | null>`NULL`,
        })
        .from(personActs)
        .leftJoin(bookings, eq(bookings.id, personActs.bookingId))
        .where(and(eq(personActs.caseId, caseId), isNull(bookings.quarantinedAt))),
    );
  return {
    person: rows.filter(({ by }) => by === 'person').map(({ at }) => at.getTime()),
    staff: rows.filter(({ by }) => by === 'staff').map(turnOf),
  };
}

/** Whether a case has an enquiry, and its calls. */
async function readContents(tx: Transaction, caseId: string) {
  const { id, createdAt, quarantinedAt, startsAt, endsAt, during } = bookings;
  const rows = await tx
    .select({
      enquiry: enquiries.id,
      call: { id, createdAt, quarantinedAt, startsAt, endsAt, during },
    })
    .from(cases)
    .leftJoin(enquiries, eq(enquiries.caseId, cases.id))
    .leftJoin(bookings, eq(bookings.caseId, cases.id))
    .where(eq(cases.id, caseId));
  return {
    enquired: rows.some(({ enquiry }) => enquiry !== null),
    calls: rows.flatMap(({ call }) => call ?? []),
  };
}

/** Everything that decides how a case stands, and who it is from. */
export async function readTurns(tx: Transaction, caseId: string) {
  const { enquired, calls } = await readContents(tx, caseId);
  const turns: CaseTurns = {
    ...(await readActs(tx, caseId)),
    calls: calls
      .filter(({ during }) => during !== null)
      .map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() })),
  };
  return {
    turns,
    enquired,
    calls: calls.map(({ id, createdAt, quarantinedAt }) => ({
      id,
      createdAt,
      quarantinedAt: quarantinedAt ?? undefined,
    })),
  };
}

const instant = (at: number | undefined) => (at === undefined ? null : new Date(at));

/** PostgreSQL has a timestamp before every other. */
const from = (at: number | undefined) =>
  at === Number.NEGATIVE_INFINITY ? '-infinity' : instant(at);

/** Writes how a case stands, and which call says who it is from, if one does. */
export async function writeSettled(
  tx: Transaction,
  caseId: string,
  { waits, settled, contactBookingId }: Settled & { contactBookingId: string | undefined },
): Promise<void> {
  await tx
    .update(cases)
    .set({
      waitsFrom: from(waits?.from),
      waitingSince: instant(waits?.since),
      waitsBecause: waits?.because ?? null,
      settled,
      contactBookingId: contactBookingId ?? null,
    })
    .where(eq(cases.id, caseId));
}

/** Notes when something was done about a case; `inTouch`: it is kept for its whole time from then. Neither moment goes back. */
export async function writeActMoment(
  tx: Transaction,
  caseId: string,
  { at, inTouch }: { at: Date; inTouch: boolean },
): Promise<void> {
  const { latestActAt, lastContactAt } = cases;
  await tx
    .update(cases)
    .set({
      latestActAt: sql`greatest(${latestActAt}, ${at})`,
      ...(inTouch && { lastContactAt: sql`greatest(${lastContactAt}, ${at})` }),
    })
    .where(eq(cases.id, caseId));
}

/** Why a case waits, or will, if it does, and what staff did about it. */
export async function readAnswers(tx: Transaction, caseId: string) {
  const { at, outcome, followUp } = caseActs;
  const rows = await tx
    .select({ because: cases.waitsBecause, done: { at, outcome, followUp } })
    .from(cases)
    .leftJoin(caseActs, and(eq(caseActs.caseId, cases.id), decides))
    .where(eq(cases.id, caseId));
  return {
    because: rows[0]?.because ?? undefined,
    staff: rows.flatMap(({ done }) => (done ? turnOf(done) : [])),
  };
}

/** How a case is at an instant. */
export interface CaseNow {
  status: CaseStatus;
  /** Since when and why it waits, if it does at this moment or will once a call has passed. */
  waits: { since: number; because: WaitsBecause } | undefined;
  /** The call that says who it is from, where there is no enquiry. */
  contactCallId: string | undefined;
  lastContactAt: Date;
}

type Case = typeof cases.$inferSelect;

/** How a case is at an instant, if it is still kept. */
export async function findCaseNow(
  tx: Transaction,
  id: string,
  now: Date,
): Promise<CaseNow | undefined> {
  type Row = { status: CaseStatus } & Pick<
    Case,
    'waitingSince' | 'waitsBecause' | 'contactBookingId' | 'lastContactAt'
  >;
  const [row] = await tx.execute<Row>(sql`
    SELECT ${statusAt(now)} AS status, waiting_since AS "waitingSince", waits_because AS "waitsBecause",
      contact_booking_id AS "contactBookingId", last_contact_at AS "lastContactAt"
    FROM ${cases} c ${nextCallAt(now)} WHERE c.id = ${id}`);
  if (!row) return undefined;
  const { status, waitingSince, waitsBecause, contactBookingId, lastContactAt } = row;
  return {
    status,
    waits:
      waitingSince && waitsBecause
        ? { since: waitingSince.getTime(), because: waitsBecause }
        : undefined,
    contactCallId: contactBookingId ?? undefined,
    lastContactAt,
  };
}
