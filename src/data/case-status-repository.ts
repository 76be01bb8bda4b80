import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type {
  CaseStatus,
  CaseTurns,
  Settled,
  StaffTurn,
  WaitsBecause,
} from '#domain/cases/case-status.ts';
import { ACTS, BEARS_ON_STATUS, isReply, SEES_TO } from '#domain/desk/acts.ts';
import type { Outcome } from '#domain/desk/outcomes.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { instantAt } from '#domain/time/london.ts';
import { nextCallAt, statusAt } from './case-fragments.ts';
import type { Transaction } from './client.ts';
import { bookings, caseActs, cases, enquiries, personActs } from './schema.ts';

/** Staff saw to a person by an act that was not undone. */
export const seesTo = and(isNull(caseActs.undoneAt), inArray(caseActs.act, [...SEES_TO]));

/** An act says something about how a case stands. */
const bearsOnStatus = and(isNull(caseActs.undoneAt), inArray(caseActs.act, [...BEARS_ON_STATUS]));

function followUpAt(isoDay: string | null): number | undefined {
  const day = isoDay === null ? undefined : dayFromIso(isoDay);
  return day === undefined ? undefined : instantAt(day, 0);
}

type StaffRow = Pick<typeof caseActs.$inferSelect, 'at' | 'act' | 'outcome' | 'followUp'>;

function turnOf({ at: moment, act, outcome, followUp }: StaffRow): StaffTurn {
  const at = moment.getTime();
  if (outcome !== null) return { at, act: 'outcome', outcome, followUp: followUpAt(followUp) };
  const { decides } = ACTS[act];
  if (decides === 'closed') return { at, act: 'closed' };
  // What has no date, such as a complaint that is open again, is to be seen to at once.
  if (decides === 'follow-up set' || decides === 'reopened') {
    return { at, act: decides, followUp: followUpAt(followUp) ?? at };
  }
  return { at, act: 'other' };
}

const momentsOf = (rows: readonly { at: Date }[]) => rows.map(({ at }) => at.getTime());

/** What the person did, but for calls that are in quarantine, and what staff did: everything done about a case, in no order. */
async function readActs(tx: Transaction, caseId: string) {
  const { at, act, outcome, followUp } = caseActs;
  const rows = await tx
    .select({
      by: sql<'staff' | 'person'>`'staff'`,
      at,
      act: sql<string>`${act}`,
      outcome,
      followUp,
    })
    .from(caseActs)
    .where(and(eq(caseActs.caseId, caseId), bearsOnStatus))
    .unionAll(
      tx
        .select({
          by: sql<'staff' | 'person'>`'person'`,
          at: personActs.at,
          act: sql<string>`${personActs.act}`,
          outcome: sql<Outcome | null>`NULL`,
          followUp: sql<string | null>`NULL`,
        })
        .from(personActs)
        .leftJoin(bookings, eq(bookings.id, personActs.bookingId))
        .where(and(eq(personActs.caseId, caseId), isNull(bookings.quarantinedAt))),
    );
  const theirs = rows.filter(({ by }) => by === 'person');
  const ours = rows.filter(({ by }) => by === 'staff') as StaffRow[];
  return {
    person: momentsOf(theirs),
    staff: ours.map(turnOf),
    replies: momentsOf(ours.filter(isReply)),
    enquiries: momentsOf(theirs.filter(({ act }) => act === 'enquired')),
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
  const { enquiries: sent, replies, ...acts } = await readActs(tx, caseId);
  const turns: CaseTurns = {
    ...acts,
    calls: calls
      .filter(({ during }) => during !== null)
      .map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() })),
  };
  return {
    turns,
    /** When staff replied to the person. */
    replies,
    enquired,
    /** When the person first sent an enquiry, if they did. */
    enquiredAt: sent.length === 0 ? undefined : Math.min(...sent),
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

/** What is written with how a case stands: which call says who it is from, if one does, and how soon it was answered. */
interface SettledWith {
  contactBookingId: string | undefined;
  enquiredAt: number | undefined;
  answeredAt: number | undefined;
}

/** Writes how a case stands, and what follows from the same acts. */
export async function writeSettled(
  tx: Transaction,
  caseId: string,
  { waits, settled, contactBookingId, enquiredAt, answeredAt }: Settled & SettledWith,
): Promise<void> {
  await tx
    .update(cases)
    .set({
      waitsFrom: from(waits?.from),
      waitingSince: instant(waits?.since),
      waitsBecause: waits?.because ?? null,
      settled,
      contactBookingId: contactBookingId ?? null,
      enquiredAt: instant(enquiredAt),
      answeredAt: instant(answeredAt),
    })
    .where(eq(cases.id, caseId));
}

/** Notes when something was done about a case; `extendsKeeping`: it is kept for its whole time from then. Neither moment goes back. */
export async function writeActMoment(
  tx: Transaction,
  caseId: string,
  { at, extendsKeeping }: { at: Date; extendsKeeping: boolean },
): Promise<void> {
  const { latestActAt, lastContactAt } = cases;
  await tx
    .update(cases)
    .set({
      latestActAt: sql`greatest(${latestActAt}, ${at})`,
      ...(extendsKeeping && { lastContactAt: sql`greatest(${lastContactAt}, ${at})` }),
    })
    .where(eq(cases.id, caseId));
}

/** Takes back that we were in touch at `undone`: the last time was `at`, unless something later has been written since. */
export async function takeBackContact(
  tx: Transaction,
  caseId: string,
  { undone, at }: { undone: Date; at: Date },
): Promise<void> {
  await tx
    .update(cases)
    .set({ lastContactAt: sql`greatest(${cases.createdAt}, ${at})` })
    .where(and(eq(cases.id, caseId), eq(cases.lastContactAt, undone)));
}

/** Why a case waits, or will, if it does, and whether staff ever replied to its person. */
export async function readAnswers(tx: Transaction, caseId: string) {
  const { act, outcome } = caseActs;
  const rows = await tx
    .select({ because: cases.waitsBecause, done: { act, outcome } })
    .from(cases)
    .leftJoin(caseActs, and(eq(caseActs.caseId, cases.id), bearsOnStatus))
    .where(eq(cases.id, caseId));
  return {
    because: rows[0]?.because ?? undefined,
    replied: rows.some(({ done }) => done !== null && isReply(done)),
  };
}

/** How a case is at an instant. */
export interface CaseNow {
  status: CaseStatus;
  /** Staff closed it, and its person has done nothing since; it may have a call to come all the same. */
  closed: boolean;
  /** Since when and why it waits, if it does at this moment or will once a call has passed. */
  waits: { since: number; because: WaitsBecause } | undefined;
  /** The call that says who it is from, where there is no enquiry. */
  contactCallId: string | undefined;
  lastContactAt: Date;
  /** The address of the member of staff who sees to it. */
  owner: string | undefined;
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
    'settled' | 'waitingSince' | 'waitsBecause' | 'contactBookingId' | 'lastContactAt' | 'owner'
  >;
  const [row] = await tx.execute<Row>(sql`
    SELECT ${statusAt(now)} AS status, settled, waiting_since AS "waitingSince", waits_because AS "waitsBecause",
      contact_booking_id AS "contactBookingId", last_contact_at AS "lastContactAt", owner
    FROM ${cases} c ${nextCallAt(now)} WHERE c.id = ${id}`);
  if (!row) return undefined;
  const { status, settled, waitingSince, waitsBecause, contactBookingId, lastContactAt, owner } =
    row;
  return {
    status,
    closed: settled === 'closed' && (status === 'closed' || status === 'call'),
    waits:
      waitingSince && waitsBecause
        ? { since: waitingSince.getTime(), because: waitsBecause }
        : undefined,
    contactCallId: contactBookingId ?? undefined,
    lastContactAt,
    owner: owner ?? undefined,
  };
}
