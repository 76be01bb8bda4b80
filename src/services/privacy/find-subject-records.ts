import type { Transaction } from '#data/client.ts';

/** A case of the person. */
export interface HeldCase {
  id: string;
  reference: string;
  created_at: Date;
  last_contact_at: Date;
  quarantined_at: Date | null;
}

/** A call of theirs in somebody else’s case. */
export interface HeldCall {
  id: string;
  case_id: string;
  reference: string;
  kind: string;
  starts_at: Date;
}

/** A message that waits for them and belongs to no case or call of theirs. */
export interface HeldMessage {
  id: string;
  kind: string;
  /** It takes an entry out of a calendar. */
  cancels: boolean;
}

/**
 * Whose case it is: the address of its enquiry or, without one, of the first of its calls that has one.
 * One person’s case can hold a call of another, who was sent the link.
 */
const OWNER = `coalesce(
  (SELECT lower(e.email) FROM enquiries e WHERE e.case_id = c.id),
  (SELECT lower(b.email) FROM bookings b WHERE b.case_id = c.id AND b.email IS NOT NULL
   ORDER BY b.created_at, b.id LIMIT 1))`;

/** The cases of an address, given in lower case, oldest first; those in quarantine too. */
export const casesOf = (tx: Transaction, email: string): Promise<HeldCase[]> =>
  tx.query(
    `SELECT id, reference, created_at, last_contact_at, quarantined_at FROM cases c
     WHERE id IN (
       SELECT case_id FROM enquiries WHERE lower(email) = $1
       UNION SELECT case_id FROM bookings WHERE lower(email) = $1) AND ${OWNER} = $1
     ORDER BY created_at, id`,
    [email],
  );

/** The calls of an address in cases that are somebody else’s, by start. */
export const callsElsewhere = (tx: Transaction, email: string): Promise<HeldCall[]> =>
  tx.query(
    `SELECT b.id, b.case_id, c.reference, b.kind, b.starts_at
     FROM bookings b JOIN cases c ON c.id = b.case_id
     WHERE lower(b.email) = $1 AND ${OWNER} <> $1 ORDER BY b.starts_at, b.id`,
    [email],
  );

/** The addresses a message goes to, and the one that answers to it go to, in lower case. */
const ADDRESSED = `SELECT lower(address) FROM (
    SELECT json_array_elements_text(m.payload -> 'to') AS address
    UNION ALL SELECT regexp_replace(m.payload ->> 'replyTo', '^.*<(.*)>$', '\\1')) addressed`;

/**
 * Messages that still wait for an address and belong to none of its cases or calls: word to an address
 * that was corrected since, or of a call whose case is erased.
 */
export const messagesElsewhere = (
  tx: Transaction,
  email: string,
  { cases, calls }: { cases: readonly HeldCase[]; calls: readonly HeldCall[] },
): Promise<HeldMessage[]> =>
  tx.query(
    `SELECT id, kind, coalesce(invite ->> 'method' = 'CANCEL', false) AS cancels FROM messages m
     WHERE audience = 'enquirer' AND payload IS NOT NULL AND $1 IN (${ADDRESSED})
       AND NOT coalesce(case_id = ANY ($2::uuid[]), false)
       AND NOT coalesce(booking_id = ANY ($3::uuid[]), false)
     ORDER BY place`,
    [email, cases.map(({ id }) => id), calls.map(({ id }) => id)],
  );
