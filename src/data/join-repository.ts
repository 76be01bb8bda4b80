import { and, count, eq, inArray, ne, sql } from 'drizzle-orm';
import {
  type CallerRow,
  type CaseSummary,
  callerFromRow,
  nextCallAt,
  PERSON,
  PERSON_COLUMNS,
  type SummaryRow,
  summaryColumns,
  summaryOf,
} from './case-fragments.ts';
import type { Transaction } from './client.ts';
import { caseJoins, cases } from './schema.ts';

/** The cases that a case is joined with, last in touch first. */
export async function findJoined(
  tx: Transaction,
  caseId: string,
  now: Date,
): Promise<CaseSummary[]> {
  const rows = await tx.execute<SummaryRow>(sql`
    SELECT ${summaryColumns(now)}
    FROM ${caseJoins} own JOIN ${caseJoins} joined ON joined.group_id = own.group_id
    JOIN ${cases} c ON c.id = joined.case_id ${nextCallAt(now)} ${PERSON}
    WHERE own.case_id = ${caseId} AND joined.case_id <> own.case_id
    ORDER BY c.last_contact_at DESC, c.id`);
  return rows.map(summaryOf);
}

/** Who a case is from, as far as they said, and who of the staff sees to it. */
export async function findPerson(tx: Transaction, caseId: string) {
  const [row] = await tx.execute<CallerRow>(sql`
    SELECT ${PERSON_COLUMNS} FROM ${cases} c ${PERSON} WHERE c.id = ${caseId}`);
  return row && callerFromRow(row);
}

/** The groups that any of some cases are in. */
async function groupsOf(tx: Transaction, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ groupId: caseJoins.groupId })
    .from(caseJoins)
    .where(inArray(caseJoins.caseId, [...caseIds]));
  return rows.map(({ groupId }) => groupId);
}

/** Joins two cases, and all that either is joined with, into the group `groupId`; false when they are joined already. */
export async function insertJoin(
  tx: Transaction,
  caseIds: readonly [string, string],
  { groupId, at }: { groupId: string; at: Date },
): Promise<boolean> {
  const groups = await groupsOf(tx, caseIds);
  const joined = await tx
    .select({ both: count() })
    .from(caseJoins)
    .where(inArray(caseJoins.caseId, [...caseIds]));
  if (groups.length === 1 && joined[0]?.both === 2) return false;
  if (groups.length > 0) {
    await tx.update(caseJoins).set({ groupId }).where(inArray(caseJoins.groupId, groups));
  }
  const rows = caseIds.map((caseId) => ({ caseId, groupId, joinedAt: at }));
  await tx.insert(caseJoins).values(rows).onConflictDoNothing();
  return true;
}

/** Takes a case out of its group; a group of one is none. False when it was in none. */
export async function deleteJoin(tx: Transaction, caseId: string): Promise<boolean> {
  const [gone] = await tx
    .delete(caseJoins)
    .where(eq(caseJoins.caseId, caseId))
    .returning({ groupId: caseJoins.groupId });
  if (!gone) return false;
  const left = await tx
    .select({ caseId: caseJoins.caseId })
    .from(caseJoins)
    .where(and(eq(caseJoins.groupId, gone.groupId), ne(caseJoins.caseId, caseId)));
  if (left.length === 1) await tx.delete(caseJoins).where(eq(caseJoins.groupId, gone.groupId));
  return true;
}
