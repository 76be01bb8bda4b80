import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { ComplaintAbout } from '#domain/complaints/complaint.ts';
import type { OpenComplaint } from '#domain/desk/digest.ts';
import {
  type CallerRow,
  callerFromRow,
  PERSON,
  PERSON_COLUMNS,
  PERSON_PHONE,
} from './case-fragments.ts';
import type { Transaction } from './client.ts';
import { cases, complaints } from './schema.ts';

/** What makes a case a complaint. Its words are kept as those of an enquiry. */
export interface ComplaintKept {
  about: ComplaintAbout;
  receivedAt: Date;
  /** When its person was told that we have it, whichever way. */
  acknowledgedAt: Date | undefined;
  /** When its person was told the outcome; until then it is open. */
  endedAt: Date | undefined;
}

/** The complaint that a case is, if it is one. */
export async function findComplaint(
  tx: Transaction,
  caseId: string,
): Promise<ComplaintKept | undefined> {
  const { about, receivedAt, acknowledgedAt, endedAt } = complaints;
  const [row] = await tx
    .select({ about, receivedAt, acknowledgedAt, endedAt })
    .from(complaints)
    .where(eq(complaints.caseId, caseId));
  return (
    row && {
      ...row,
      acknowledgedAt: row.acknowledgedAt ?? undefined,
      endedAt: row.endedAt ?? undefined,
    }
  );
}

/** Makes a case a complaint, or writes what it is about now. */
export async function writeComplaint(
  tx: Transaction,
  caseId: string,
  { about, receivedAt }: { about: ComplaintAbout; receivedAt: Date },
): Promise<void> {
  await tx
    .insert(complaints)
    .values({ caseId, about, receivedAt })
    .onConflictDoUpdate({ target: complaints.caseId, set: { about } });
}

/** Notes that the person of a complaint was told that we have it; the first time stays. */
export async function writeAcknowledged(tx: Transaction, caseId: string, at: Date): Promise<void> {
  await tx
    .update(complaints)
    .set({ acknowledgedAt: at })
    .where(and(eq(complaints.caseId, caseId), isNull(complaints.acknowledgedAt)));
}

/** Writes another instant at which a complaint came. */
export async function writeReceived(
  tx: Transaction,
  caseId: string,
  receivedAt: Date,
): Promise<void> {
  await tx.update(complaints).set({ receivedAt }).where(eq(complaints.caseId, caseId));
}

/** Notes that the person of a complaint was told its outcome or, with nothing, that it is open again. */
export async function writeComplaintEnd(
  tx: Transaction,
  caseId: string,
  endedAt: Date | undefined,
): Promise<void> {
  await tx
    .update(complaints)
    .set({ endedAt: endedAt ?? null })
    .where(eq(complaints.caseId, caseId));
}

/** A case, named by its id, is a complaint that is open. */
export const isOpenComplaint = (caseId: SQL): SQL =>
  sql`EXISTS (SELECT FROM ${complaints} open WHERE open.case_id = ${caseId} AND open.ended_at IS NULL)`;

/** Every complaint that is open, those in quarantine too, the oldest first. */
export async function openComplaints(tx: Transaction): Promise<OpenComplaint[]> {
  type Row = CallerRow & {
    about: ComplaintAbout;
    received_at: Date;
    acknowledged: boolean;
    phone: string | null;
    quarantined: boolean;
  };
  const rows = await tx.execute<Row>(sql`
    SELECT ${PERSON_COLUMNS}, ${PERSON_PHONE} AS phone, open.about, open.received_at,
      open.acknowledged_at IS NOT NULL AS acknowledged, c.quarantined_at IS NOT NULL AS quarantined
    FROM ${complaints} open JOIN ${cases} c ON c.id = open.case_id ${PERSON}
    WHERE ${isNull(sql`open.ended_at`)} ORDER BY open.received_at, c.reference`);
  return rows.map((row) => ({
    ...callerFromRow(row),
    about: row.about,
    receivedAt: row.received_at.getTime(),
    acknowledged: row.acknowledged,
    phone: row.phone ?? undefined,
    quarantined: row.quarantined,
  }));
}
