import type { Transaction } from '#data/client.ts';
import { type CallerRow, callerOf, PERSON, PERSON_COLUMNS } from '#data/contact-person.ts';
import type { WaitsBecause } from '#domain/cases/case-status.ts';
import type { Waiting } from '#domain/desk/digest.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { WAITS } from './case-status-service.ts';

interface WaitingRow extends CallerRow {
  waiting_since: Date;
  waits_because: WaitsBecause;
  call: CallKind | null;
  tried_at: Date | null;
}

/** Every case that waits for staff at `now`, the longest first: since when and why, and when we last tried to reach them. */
export async function waitingCases(tx: Transaction, now: Date): Promise<Waiting[]> {
  const rows = await tx.query<WaitingRow>(
    `SELECT ${PERSON_COLUMNS}, c.waiting_since, c.waits_because,
       (SELECT took.kind FROM bookings took
        WHERE c.waits_because = 'call' AND took.case_id = c.id AND took.during IS NOT NULL
          AND took.starts_at = c.waiting_since LIMIT 1) AS call,
       (SELECT max(a.at) FROM case_acts a
        WHERE a.case_id = c.id AND a.outcome = 'no answer' AND a.undone_at IS NULL
          AND a.at >= c.waiting_since) AS tried_at
     FROM cases c ${PERSON} WHERE ${WAITS} ORDER BY c.waiting_since, c.reference`,
    [now],
  );
  return rows.map((row) => ({
    ...callerOf(row),
    at: row.waiting_since.getTime(),
    because: row.waits_because,
    call: row.call ?? undefined,
    triedAt: row.tried_at?.getTime(),
  }));
}
