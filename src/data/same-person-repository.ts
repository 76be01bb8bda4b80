import { sql } from 'drizzle-orm';
import {
  type CaseSummary,
  nextCallAt,
  PERSON,
  type SummaryRow,
  summaryColumns,
  summaryOf,
} from './case-fragments.ts';
import type { Transaction } from './client.ts';
import { bookings, cases, enquiries } from './schema.ts';

/** What a person is reached by: addresses in any case, and numbers as `canonicalPhone` has them. */
export interface ReachedBy {
  emails: readonly string[];
  phoneNumbers: readonly string[];
}

/** A case that may be the same person’s, and what it shares with them. */
export interface SamePerson extends CaseSummary {
  sameEmail: boolean;
  samePhone: boolean;
}

/** More than anybody reads while somebody is on the telephone. */
const MOST = 10;

/** The cases with the same address or the same number, in quarantine or not, last in touch first; at most 10. */
export async function findSamePerson(
  tx: Transaction,
  { emails, phoneNumbers }: ReachedBy,
  { now, except }: { now: Date; except?: string | undefined },
): Promise<SamePerson[]> {
  type Row = SummaryRow & { same_email: boolean; same_phone: boolean };
  const [byEmail, byPhone] = [
    sql.param(emails.map((email) => email.toLowerCase())),
    sql.param(phoneNumbers),
  ];
  const rows = await tx.execute<Row>(sql`
    WITH shared AS (
      SELECT case_id, true AS email, false AS phone FROM ${enquiries} WHERE lower(email) = ANY (${byEmail}::text[])
      UNION ALL SELECT case_id, true, false FROM ${bookings} WHERE lower(email) = ANY (${byEmail}::text[])
      UNION ALL SELECT case_id, false, true FROM ${enquiries} WHERE phone_number = ANY (${byPhone}::text[])
      UNION ALL SELECT case_id, false, true FROM ${bookings} WHERE phone_number = ANY (${byPhone}::text[])
    )
    SELECT ${summaryColumns(now)}, same.email AS same_email, same.phone AS same_phone
    FROM (SELECT case_id, bool_or(email) AS email, bool_or(phone) AS phone FROM shared GROUP BY case_id) same
    JOIN ${cases} c ON c.id = same.case_id ${nextCallAt(now)} ${PERSON}
    WHERE c.id IS DISTINCT FROM ${except ?? null}::uuid
    ORDER BY c.last_contact_at DESC, c.id LIMIT ${MOST}`);
  return rows.map((row) => ({
    ...summaryOf(row),
    sameEmail: row.same_email,
    samePhone: row.same_phone,
  }));
}
