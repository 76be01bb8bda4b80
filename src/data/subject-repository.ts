import { eq, type SQL, sql } from 'drizzle-orm';
import type { Subject } from '#domain/subject.ts';
import type { Transaction } from './client.ts';
import {
  bookings,
  caseActs,
  cases,
  deskLinks,
  deskSessions,
  enquiries,
  messages,
  passkeys,
  staffCalendars,
} from './schema.ts';

// What is held about one person, who is known by an address in lower case, by a number or by the reference of a case.

/** A case of the person. */
export type SubjectCase = Pick<
  typeof cases.$inferSelect,
  'id' | 'reference' | 'createdAt' | 'lastContactAt' | 'quarantinedAt'
>;

/** A call of theirs in somebody else’s case. */
export type SubjectCall = Pick<
  typeof bookings.$inferSelect,
  'id' | 'caseId' | 'kind' | 'startsAt'
> & {
  reference: string;
};

/** A message that waits for them and belongs to no case or call of theirs; `cancels`: it takes an entry out of a calendar. */
export type SubjectMessage = Pick<typeof messages.$inferSelect, 'id' | 'kind'> & {
  cancels: boolean;
};

/** What the desk keeps of an address that signs in there: how many links, sessions, passkeys, acts in cases, cases it sees to, and calendars of its own. */
export type SubjectAtDesk = {
  links: number;
  sessions: number;
  passkeys: number;
  acts: number;
  owned: number;
  calendars: number;
};

export const NOTHING_AT_DESK: SubjectAtDesk = {
  links: 0,
  sessions: 0,
  passkeys: 0,
  acts: 0,
  owned: 0,
  calendars: 0,
};

/**
 * Whose a case `c` is: the address of its enquiry or, without one, of the first of its calls that has one.
 * One person’s case can hold a call of another, who was sent the link.
 */
const OWNER = sql`coalesce(
  (SELECT lower(e.email) FROM ${enquiries} e WHERE e.case_id = c.id),
  (SELECT lower(b.email) FROM ${bookings} b WHERE b.case_id = c.id AND b.email IS NOT NULL
   ORDER BY b.created_at, b.id LIMIT 1))`;

/** Whose a case `c` is by number: that of its enquiry or, where that gives none, that of the first of its calls. */
const OWNER_NUMBER = sql`coalesce(
  (SELECT e.phone_number FROM ${enquiries} e WHERE e.case_id = c.id),
  (SELECT b.phone_number FROM ${bookings} b WHERE b.case_id = c.id AND b.phone_number IS NOT NULL
   ORDER BY b.created_at, b.id LIMIT 1))`;

/** A case `c` is the subject’s. */
function isTheirs(subject: Subject): SQL {
  if (subject.by === 'reference') return sql`c.reference = ${subject.reference}`;
  const [given, value, owner] =
    subject.by === 'email'
      ? [sql`lower(email)`, subject.email, OWNER]
      : [sql`phone_number`, subject.phoneNumber, OWNER_NUMBER];
  return sql`c.id IN (
      SELECT case_id FROM ${enquiries} WHERE ${given} = ${value}
      UNION SELECT case_id FROM ${bookings} WHERE ${given} = ${value}) AND ${owner} = ${value}`;
}

/** The cases of a person, oldest first; those in quarantine too. */
export const casesOf = async (tx: Transaction, subject: Subject): Promise<SubjectCase[]> =>
  tx.execute<SubjectCase>(sql`
    SELECT id, reference, created_at AS "createdAt", last_contact_at AS "lastContactAt",
      quarantined_at AS "quarantinedAt"
    FROM ${cases} c WHERE ${isTheirs(subject)} ORDER BY created_at, id`);

/** The calls of a person in cases that are somebody else’s, by start. A reference is that of a case alone. */
export async function callsElsewhere(tx: Transaction, subject: Subject): Promise<SubjectCall[]> {
  if (subject.by === 'reference') return [];
  const theirs =
    subject.by === 'email'
      ? sql`lower(b.email) = ${subject.email} AND ${OWNER} <> ${subject.email}`
      : sql`b.phone_number = ${subject.phoneNumber} AND ${OWNER_NUMBER} <> ${subject.phoneNumber}`;
  return tx.execute<SubjectCall>(sql`
    SELECT b.id, b.case_id AS "caseId", c.reference, b.kind, b.starts_at AS "startsAt"
    FROM ${bookings} b JOIN ${cases} c ON c.id = b.case_id
    WHERE ${theirs} ORDER BY b.starts_at, b.id`);
}

/** How many people some cases and calls may be of: by the addresses that are given there, and by the names. */
export async function countPeople(
  tx: Transaction,
  { cases: theirs, calls }: { cases: readonly { id: string }[]; calls: readonly { id: string }[] },
): Promise<number> {
  const [row] = await tx.execute<{ emails: number; names: number }>(sql`
    SELECT count(DISTINCT lower(email)) AS emails, count(DISTINCT lower(name)) AS names FROM (
      SELECT email, name FROM ${enquiries} WHERE case_id = ANY (${idsOf(theirs)}::uuid[])
      UNION ALL SELECT email, name FROM ${bookings}
      WHERE case_id = ANY (${idsOf(theirs)}::uuid[]) OR id = ANY (${idsOf(calls)}::uuid[])) given`);
  return Math.max(row?.emails ?? 0, row?.names ?? 0);
}

/** The addresses a message goes to, and the one that answers to it go to, in lower case. */
const ADDRESSED = sql`SELECT lower(address) FROM (
    SELECT json_array_elements_text(m.payload -> 'to') AS address
    UNION ALL SELECT regexp_replace(m.payload ->> 'replyTo', '^.*<(.*)>$', '\\1')) addressed`;

const idsOf = (rows: readonly { id: string }[]) => sql.param(rows.map(({ id }) => id));

/**
 * Messages that still wait for an address and belong to none of its cases or calls: word to an address
 * that was corrected since, or of a call whose case is erased.
 */
export const messagesElsewhere = async (
  tx: Transaction,
  email: string,
  { cases, calls }: { cases: readonly SubjectCase[]; calls: readonly SubjectCall[] },
): Promise<SubjectMessage[]> =>
  tx.execute<SubjectMessage>(sql`
    SELECT id, kind, coalesce(invite ->> 'method' = 'CANCEL', false) AS cancels FROM ${messages} m
    WHERE audience = 'enquirer' AND payload IS NOT NULL AND ${email} IN (${ADDRESSED})
      AND NOT coalesce(case_id = ANY (${idsOf(cases)}::uuid[]), false)
      AND NOT coalesce(booking_id = ANY (${idsOf(calls)}::uuid[]), false)
    ORDER BY place`);

/** What the desk keeps of an address. */
export async function subjectAtDesk(tx: Transaction, email: string): Promise<SubjectAtDesk> {
  const [counts] = await tx.execute<SubjectAtDesk>(sql`
    SELECT (SELECT count(*) FROM ${deskLinks} WHERE lower(email) = ${email}) AS links,
      (SELECT count(*) FROM ${deskSessions} WHERE lower(email) = ${email}) AS sessions,
      (SELECT count(*) FROM ${passkeys} WHERE lower(email) = ${email}) AS passkeys,
      (SELECT count(*) FROM ${caseActs} WHERE ${email} IN (
        lower(actor), lower(undone_by), lower(changed_by), lower(owner))) AS acts,
      (SELECT count(*) FROM ${cases} WHERE owner = ${email}) AS owned,
      (SELECT count(*) FROM ${staffCalendars} WHERE email = ${email}) AS calendars`);
  return counts ?? NOTHING_AT_DESK;
}

/** Deletes the links, sessions, passkeys and calendar of an address, and mail that waits for it alone as one of the staff, but for what takes a call out of its calendar. */
export async function deleteDeskData(tx: Transaction, email: string): Promise<void> {
  await tx.delete(deskLinks).where(sql`lower(${deskLinks.email}) = ${email}`);
  await tx.delete(deskSessions).where(sql`lower(${deskSessions.email}) = ${email}`);
  await tx.delete(passkeys).where(sql`lower(${passkeys.email}) = ${email}`);
  await tx.delete(staffCalendars).where(eq(staffCalendars.email, email));
  await tx.execute(sql`
    DELETE FROM ${messages} WHERE audience = 'staff' AND next_attempt_at IS NOT NULL
      AND json_array_length(payload -> 'to') = 1 AND lower(payload -> 'to' ->> 0) = ${email}
      AND coalesce(invite ->> 'method' <> 'CANCEL', true)`);
}
