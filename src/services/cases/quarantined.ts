import type { Transaction } from '#data/client.ts';

/** A case in quarantine, or with a call there, and when it came to be. */
export interface QuarantinedCase {
  reference: string;
  at: Date;
}

/** Every case with something in quarantine at `now`, by reference alone, the oldest first. */
export const quarantinedCases = (tx: Transaction, now: Date): Promise<QuarantinedCase[]> =>
  tx.query<QuarantinedCase>(
    `SELECT c.reference, max(quarantine.at) AS at FROM (
       SELECT id AS case_id, quarantined_at AS at FROM cases WHERE quarantined_at <= $1
       UNION ALL
       SELECT case_id, quarantined_at FROM bookings WHERE quarantined_at <= $1
     ) quarantine JOIN cases c ON c.id = quarantine.case_id
     GROUP BY c.reference ORDER BY max(quarantine.at), c.reference`,
    [now],
  );
