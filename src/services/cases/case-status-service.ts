import type { Transaction } from '#data/client.ts';
import { answers, type CaseTurns, type StaffTurn, settle } from '#domain/cases/case-status.ts';
import { contactCall } from '#domain/cases/contact-person.ts';
import type { Outcome } from '#domain/desk/outcomes.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { instantAt } from '#domain/time/london.ts';
import type { App } from '../app.ts';
import { insertPersonAct, type PersonAct } from './person-acts.ts';

interface CallRow {
  id: string;
  created_at: Date;
  quarantined_at: Date | null;
  held: boolean;
  starts_at: Date;
  ends_at: Date;
}

interface StaffRow {
  at: Date;
  outcome: Outcome | null;
  follow_up: string | null;
}

/** Acts of staff that decide whether a case waits; a note or a release does not. */
const STAFF_ACTS = `SELECT at, outcome, follow_up::text AS follow_up FROM case_acts
  WHERE case_id = $1 AND undone_at IS NULL
    AND act IN ('outcome', 'times offered', 'call moved', 'call cancelled')`;

/** What the person did, but for calls that are in quarantine. */
const PERSON_ACTS = `SELECT p.at FROM person_acts p LEFT JOIN bookings b ON b.id = p.booking_id
  WHERE p.case_id = $1 AND b.quarantined_at IS NULL`;

const CALLS = `SELECT id, created_at, quarantined_at, during IS NOT NULL AS held, starts_at, ends_at
  FROM bookings WHERE case_id = $1`;

function followUpAt(isoDay: string | null): number | undefined {
  const day = isoDay === null ? undefined : dayFromIso(isoDay);
  return day === undefined ? undefined : instantAt(day, 0);
}

const turnOf = ({ at, outcome, follow_up }: StaffRow): StaffTurn =>
  outcome === null
    ? { at: at.getTime(), act: 'other' }
    : { at: at.getTime(), act: 'outcome', outcome, followUp: followUpAt(follow_up) };

const startAndEnd = ({ starts_at, ends_at }: CallRow) => ({
  start: starts_at.getTime(),
  end: ends_at.getTime(),
});

async function readTurns(tx: Transaction, caseId: string, calls: readonly CallRow[]) {
  const person = await tx.query<{ at: Date }>(PERSON_ACTS, [caseId]);
  const staff = await tx.query<StaffRow>(STAFF_ACTS, [caseId]);
  return {
    person: person.map(({ at }) => at.getTime()),
    calls: calls.filter(({ held }) => held).map(startAndEnd),
    staff: staff.map(turnOf),
  } satisfies CaseTurns;
}

async function hasEnquiry(tx: Transaction, caseId: string): Promise<boolean> {
  const enquiries = await tx.query('SELECT FROM enquiries WHERE case_id = $1', [caseId]);
  return enquiries.length > 0;
}

const instant = (at: number | undefined) => (at === undefined ? null : new Date(at));

/** PostgreSQL has a timestamp before every other. */
const from = (at: number | undefined) =>
  at === Number.NEGATIVE_INFINITY ? '-infinity' : instant(at);

/**
 * Writes in `tx` how a case stands after everything done about it, and which call says who it is from. To be
 * called last by whatever changes a case, its enquiry, its calls, or what staff did about it.
 */
export async function settleCase(tx: Transaction, caseId: string): Promise<void> {
  const calls = await tx.query<CallRow>(CALLS, [caseId]);
  const { waits, settled } = settle(await readTurns(tx, caseId, calls));
  const contact = contactCall(
    await hasEnquiry(tx, caseId),
    calls.map(({ id, created_at, quarantined_at }) => ({
      id,
      createdAt: created_at,
      quarantinedAt: quarantined_at ?? undefined,
    })),
  );
  await tx.query(
    `UPDATE cases SET waits_from = $2, waiting_since = $3, waits_because = $4, settled = $5, contact_booking_id = $6
     WHERE id = $1`,
    [
      caseId,
      from(waits?.from),
      instant(waits?.since),
      waits?.because ?? null,
      settled,
      contact?.id ?? null,
    ],
  );
}

/** Notes that something was done about a case at the moment of `app`; `inTouch`: it is kept for its whole time from then. */
export const noteAct = (
  app: App,
  tx: Transaction,
  caseId: string,
  { inTouch }: { inTouch: boolean },
): Promise<unknown> =>
  tx.query(
    `UPDATE cases SET latest_act_at = greatest(latest_act_at, $2),
       last_contact_at = CASE WHEN $3 THEN greatest(last_contact_at, $2) ELSE last_contact_at END
     WHERE id = $1`,
    [caseId, app.now(), inTouch],
  );

/** Writes in `tx` what the person did, that we were in touch, and how their case stands after it. */
export async function personActed(
  app: App,
  tx: Transaction,
  caseId: string,
  ...acts: readonly PersonAct[]
): Promise<void> {
  for (const act of acts) await insertPersonAct(app, tx, caseId, act);
  await noteAct(app, tx, caseId, { inTouch: true });
  await settleCase(tx, caseId);
}

/** Whether a case `c` waits for staff at the instant $1, as SQL. */
export const WAITS = 'c.quarantined_at IS NULL AND c.waits_from <= $1';

/** Whether staff have answered everything the person did in a case: nothing of theirs waits, and something was said. */
export async function isAnswered(tx: Transaction, caseId: string): Promise<boolean> {
  const [found] = await tx.query<{ waits_because: string | null }>(
    'SELECT waits_because FROM cases WHERE id = $1',
    [caseId],
  );
  if (found?.waits_because === 'wrote') return false;
  const staff = await tx.query<StaffRow>(STAFF_ACTS, [caseId]);
  return staff.map(turnOf).some(answers);
}
