import { sql } from 'drizzle-orm';
import type { CaseStatus } from '#domain/cases/case-status.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { nextCallAt, PERSON, PERSON_PHONE, statusAt } from './case-fragments.ts';
import { isLetThrough, type Listing } from './case-list-repository.ts';
import type { Transaction } from './client.ts';
import { onHoldSql } from './hold-repository.ts';
import { bookings, caseActs, cases, complaints, enquiries } from './schema.ts';
import { isFound } from './search-repository.ts';

/** A case `c` is asked for. */
const isAsked = (listing: Listing) =>
  sql`${isLetThrough(listing)} AND ${listing.sought ? isFound(listing.sought) : sql`true`}`;

/** How many cases are asked for. */
export async function countListed(tx: Transaction, listing: Listing): Promise<number> {
  const [row] = await tx.execute<{ cases: number }>(
    sql`SELECT count(*) AS cases FROM ${cases} c WHERE ${isAsked(listing)}`,
  );
  return row?.cases ?? 0;
}

/** The year in which a case `c` was first in touch, by London’s calendar. */
const FIRST_YEAR = sql`extract(year FROM c.created_at AT TIME ZONE 'Europe/London')::int`;

/** The cases of one year that are asked for: how many, and at most about how many bytes of a file. */
export interface YearOfCases {
  year: number;
  cases: number;
  bytes: number;
}

/** The cases that are asked for by the year in which they were first in touch, the newest first. */
export const yearsListed = async (tx: Transaction, listing: Listing): Promise<YearOfCases[]> =>
  tx.execute<YearOfCases & Record<string, unknown>>(sql`
    SELECT ${FIRST_YEAR} AS year, count(*) AS cases, sum(600 + coalesce(octet_length(e::text), 0) + (
      SELECT coalesce(sum(octet_length(b.topic) + 100), 0) FROM ${bookings} b WHERE b.case_id = c.id
    ))::float8 AS bytes
    FROM ${cases} c LEFT JOIN ${enquiries} e ON e.case_id = c.id
    WHERE ${isAsked(listing)} GROUP BY 1 ORDER BY 1 DESC`);

/** The ids of all cases that are asked for, of one year or of all, last in touch first. */
export async function findIds(tx: Transaction, listing: Listing, year?: number): Promise<string[]> {
  const isOfYear = year === undefined ? sql`true` : sql`${FIRST_YEAR} = ${year}`;
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT c.id FROM ${cases} c WHERE ${isAsked(listing)} AND ${isOfYear}
    ORDER BY c.last_contact_at DESC, c.id`);
  return rows.map(({ id }) => id);
}

/** A call as a file of cases tells of it; `startsAt` is an instant in ISO 8601. */
export interface CallTold {
  kind: CallKind;
  startsAt: string;
  state: 'cancelled' | 'in quarantine' | null;
}

const CALLS = sql`(SELECT json_agg(json_build_object('kind', kind, 'startsAt', starts_at, 'state', CASE
      WHEN cancelled_at IS NOT NULL THEN 'cancelled' WHEN quarantined_at IS NOT NULL THEN 'in quarantine' END)
    ORDER BY starts_at) FROM ${bookings} told WHERE told.case_id = c.id)`;

/** What was to be talked about, of each call that says. */
const TOPICS = sql`(
  SELECT string_agg(topic, '; ' ORDER BY starts_at) FROM ${bookings} told WHERE told.case_id = c.id)`;

const LAST_OUTCOME = sql`LEFT JOIN LATERAL (
    SELECT outcome, at FROM ${caseActs} a WHERE a.case_id = c.id AND a.act = 'outcome' AND a.undone_at IS NULL
    ORDER BY a.at DESC, a.id DESC LIMIT 1
  ) noted ON true`;

type Enquired = Omit<
  typeof enquiries.$inferSelect,
  'id' | 'caseId' | 'createdAt' | 'correctedAt' | 'phoneNumber' | 'folded'
>;

/** A case with everything a file of cases tells of it. */
export type CaseTold = Pick<
  typeof cases.$inferSelect,
  'reference' | 'createdAt' | 'lastContactAt' | 'owner'
> & {
  [Field in keyof Enquired]: Enquired[Field] | null;
} & {
  status: CaseStatus;
  complaint: 'open' | 'answered' | null;
  complainedAt: Date | null;
  onHold: boolean;
  topics: string | null;
  calls: CallTold[] | null;
  outcome: (typeof caseActs.$inferSelect)['outcome'];
  outcomeAt: Date | null;
  /** The date on which it is looked at again, while that lies ahead. */
  followUpAt: Date | null;
};

/** The cases with these ids that are still kept, in the order of the ids, as they are at an instant. */
export const findTold = async (
  tx: Transaction,
  ids: readonly string[],
  now: Date,
): Promise<CaseTold[]> =>
  tx.execute<CaseTold>(sql`
    SELECT c.reference, ${statusAt(now)} AS status, c.created_at AS "createdAt",
      c.last_contact_at AS "lastContactAt", coalesce(e.name, b.name) AS name,
      coalesce(e.organisation, b.organisation) AS organisation, e.role,
      coalesce(e.email, b.email) AS email, ${PERSON_PHONE} AS phone,
      e.postal_address AS "postalAddress", e.interests, e.people, e.rhythm,
      e.sessions, e.starting AS "when", e.message, ${TOPICS} AS topics, ${CALLS} AS calls,
      (SELECT CASE WHEN ended_at IS NULL THEN 'open' ELSE 'answered' END FROM ${complaints} WHERE case_id = c.id) AS complaint,
      (SELECT received_at FROM ${complaints} WHERE case_id = c.id) AS "complainedAt",
      ${onHoldSql(sql`c.id`)} AS "onHold",
      noted.outcome, noted.at AS "outcomeAt", c.owner,
      CASE WHEN c.waits_because = 'follow-up' AND c.waits_from > ${now} THEN c.waits_from END AS "followUpAt"
    FROM unnest(${sql.param(ids)}::uuid[]) WITH ORDINALITY batch (id, place)
    JOIN ${cases} c ON c.id = batch.id ${nextCallAt(now)} ${PERSON} ${LAST_OUTCOME}
    ORDER BY batch.place`);
