import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { CallKind } from '#domain/slots/slot.ts';
import type { Transaction } from './client.ts';
import { msOf } from './column-types.ts';
import { foundBy } from './link-key-repository.ts';
import { bookings, cases, enquiries } from './schema.ts';

/** One case: what one enquirer and the service have between them. */
export interface Case {
  id: string;
  reference: string;
  keyGeneration: number;
  /** What its link is found by. */
  keyHash: Uint8Array;
  createdAt: Date;
  quarantinedAt: Date | undefined;
  /** When anything was last done about it, by the person or by staff. */
  latestActAt: Date;
  /** The version of the privacy notice its person was shown; of a case that staff opened, none. */
  privacyNotice: string | undefined;
  /** Staff opened it for a person who got in touch another way: they sent nothing. */
  byHand: boolean;
}

const FIELDS = {
  id: cases.id,
  reference: cases.reference,
  keyGeneration: cases.keyGeneration,
  keyHash: cases.keyHash,
  createdAt: cases.createdAt,
  quarantinedAt: cases.quarantinedAt,
  latestActAt: cases.latestActAt,
  privacyNotice: cases.notice,
  byHand: sql<boolean>`EXISTS (SELECT FROM case_acts a WHERE a.case_id = "cases"."id" AND a.act = 'opened')`,
};

type CaseRow = Omit<Case, 'quarantinedAt' | 'privacyNotice'> & {
  quarantinedAt: Date | null;
  privacyNotice: string | null;
};

const caseOf = (row: CaseRow): Case => ({
  ...row,
  quarantinedAt: row.quarantinedAt ?? undefined,
  privacyNotice: row.privacyNotice ?? undefined,
});

/** Writes a new case; undefined, and nothing written, when another has its reference. */
export async function insertCase(
  tx: Transaction,
  {
    at,
    privacyNotice,
    ...made
  }: {
    id: string;
    reference: string;
    keyHash: Uint8Array;
    at: Date;
    privacyNotice: string | undefined;
  },
  quarantined: boolean,
): Promise<Case | undefined> {
  const moments = { createdAt: at, lastContactAt: at, latestActAt: at };
  const [row] = await tx
    .insert(cases)
    .values({
      ...made,
      ...moments,
      notice: privacyNotice ?? null,
      quarantinedAt: quarantined ? at : null,
    })
    .onConflictDoNothing({ target: cases.reference })
    .returning(FIELDS);
  return row && caseOf(row);
}

/** Gives a case to a member of staff, by address in lower case, or to nobody. */
export async function writeOwner(
  tx: Transaction,
  caseId: string,
  owner: string | undefined,
): Promise<void> {
  await tx
    .update(cases)
    .set({ owner: owner ?? null })
    .where(eq(cases.id, caseId));
}

async function caseWhere(tx: Transaction, condition: SQL | undefined): Promise<Case | undefined> {
  const [row] = await tx.select(FIELDS).from(cases).where(condition);
  return row && caseOf(row);
}

/** The case with this id, if it is still kept. */
export const findCase = (tx: Transaction, id: string): Promise<Case | undefined> =>
  caseWhere(tx, eq(cases.id, id));

/** The case with this reference, if it is still kept. For staff alone: a reference opens nothing to anybody else. */
export const findCaseByReference = (
  tx: Transaction,
  reference: string,
): Promise<Case | undefined> => caseWhere(tx, eq(cases.reference, reference));

/** The case whose key has this hash, if there is one. */
export const findCaseByKeyHash = (
  tx: Transaction,
  keyHash: Uint8Array,
): Promise<Case | undefined> => caseWhere(tx, foundBy('case', keyHash));

/**
 * The case with this id, if it is still kept; anyone else who would change it, or anything in it, waits
 * until `tx` ends. Changing a call begins with this, so that changes to one case never collide.
 */
export async function lockCase(tx: Transaction, id: string): Promise<Case | undefined> {
  const [row] = await tx.select(FIELDS).from(cases).where(eq(cases.id, id)).for('no key update');
  return row && caseOf(row);
}

/** More cases than one person opens: what is left out can still be asked for by telephone. */
const MOST_CASES = 20;

/** A case, and what its person sent us: so much as tells it from their others. */
export interface CaseWithWhatCame extends Case {
  isComplaint: boolean;
  enquired: boolean;
  /** Its calls by their start, without those in quarantine; a start is in milliseconds. */
  calls: readonly { kind: CallKind; start: number; cancelled: boolean }[];
}

const WHAT_CAME = {
  isComplaint: sql<boolean>`EXISTS (SELECT FROM complaints c WHERE c.case_id = "cases"."id")`,
  enquired: sql<boolean>`EXISTS (SELECT FROM enquiries e WHERE e.case_id = "cases"."id")`,
  calls: sql<CaseWithWhatCame['calls']>`(SELECT coalesce(json_agg(json_build_object(
      'kind', b.kind, 'start', ${msOf(sql`b.starts_at`)}, 'cancelled', b.cancelled_at IS NOT NULL
    ) ORDER BY b.starts_at), '[]')
    FROM bookings b WHERE b.case_id = "cases"."id" AND b.quarantined_at IS NULL)`,
};

/**
 * The cases an address has written to us from or booked a call with, newest first, at most 20; those in
 * quarantine stay there.
 */
export async function findCasesByEmail(
  tx: Transaction,
  email: string,
): Promise<CaseWithWhatCame[]> {
  const isFrom = (table: typeof enquiries | typeof bookings) =>
    eq(sql`lower(${table.email})`, sql`lower(${email})`);
  const theirs = tx
    .select({ caseId: enquiries.caseId })
    .from(enquiries)
    .where(isFrom(enquiries))
    .union(
      tx
        .select({ caseId: bookings.caseId })
        .from(bookings)
        .where(and(isFrom(bookings), isNull(bookings.quarantinedAt))),
    );
  const rows = await tx
    .select({ ...FIELDS, ...WHAT_CAME })
    .from(cases)
    .where(and(isNull(cases.quarantinedAt), inArray(cases.id, theirs)))
    .orderBy(desc(cases.createdAt), asc(cases.id))
    .limit(MOST_CASES);
  return rows.map(({ isComplaint, enquired, calls, ...row }) => ({
    ...caseOf(row),
    ...{ isComplaint, enquired, calls },
  }));
}

/** Takes a case out of quarantine. Its calls are released each for itself. */
export async function releaseFromQuarantine(tx: Transaction, id: string): Promise<void> {
  await tx.update(cases).set({ quarantinedAt: null }).where(eq(cases.id, id));
}

/** Deletes a case and everything that hangs on it. */
export async function deleteCase(tx: Transaction, id: string): Promise<void> {
  await tx.delete(cases).where(eq(cases.id, id));
}
