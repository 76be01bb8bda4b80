import type { Waiting } from '#domain/emails/digest.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import type { Transaction } from '../database.ts';
import { ASKED_AT, STANDS, WAITS } from '../desk/cases/standing.ts';
import { type CallerRow, callerOf, PERSON, PERSON_COLUMNS } from './who.ts';

interface WaitingRow extends CallerRow {
  asked_at: Date;
  call: CallKind | null;
  tried_at: Date | null;
}

/** Every case that waits for staff at `now`, the longest first: with when they turned to us, and when we last tried to reach them. */
export async function waitingCases(tx: Transaction, now: Date): Promise<Waiting[]> {
  const rows = await tx.query<WaitingRow>(
    `WITH waiting AS MATERIALIZED (SELECT c.id, ${ASKED_AT} AS asked_at FROM cases c ${STANDS} WHERE ${WAITS})
     SELECT ${PERSON_COLUMNS}, asked_at,
       (SELECT took.kind FROM bookings took
        WHERE took.case_id = c.id AND took.during IS NOT NULL AND took.starts_at = asked_at
        LIMIT 1) AS call,
       (SELECT max(a.at) FROM case_acts a
        WHERE a.case_id = c.id AND a.act = 'outcome' AND a.at > asked_at) AS tried_at
     FROM waiting JOIN cases c USING (id) ${PERSON} ORDER BY asked_at, c.reference`,
    [now],
  );
  return rows.map((row) => ({
    ...callerOf(row),
    at: row.asked_at.getTime(),
    call: row.call ?? undefined,
    triedAt: row.tried_at?.getTime(),
  }));
}
