import { eq, type SQL, sql } from 'drizzle-orm';
import type { HoldToLookAt } from '#domain/desk/digest.ts';
import type { Hold } from '#domain/desk/hold.ts';
import { dayOfDate, isoDate } from '#domain/time/day.ts';
import { type CallerRow, callerFromRow, PERSON, PERSON_COLUMNS } from './case-fragments.ts';
import type { Transaction } from './client.ts';
import { cases, holds } from './schema.ts';

/** The hold on a case, if there is one. */
export async function findHold(tx: Transaction, caseId: string): Promise<Hold | undefined> {
  const { reason, lookAgain, heldAt: onHoldSince } = holds;
  const [row] = await tx
    .select({ reason, lookAgain, onHoldSince })
    .from(holds)
    .where(eq(holds.caseId, caseId));
  return row && { ...row, lookAgain: dayOfDate(row.lookAgain) };
}

/** Whether a case is on hold. */
export const isOnHold = async (tx: Transaction, caseId: string): Promise<boolean> =>
  (await findHold(tx, caseId)) !== undefined;

/** Puts a case on hold, or gives its hold another reason and date. */
export async function writeHold(
  tx: Transaction,
  caseId: string,
  { reason, lookAgain, onHoldSince }: Hold,
): Promise<void> {
  const said = { reason, lookAgain: isoDate(lookAgain) };
  await tx
    .insert(holds)
    .values({ caseId, heldAt: onHoldSince, ...said })
    .onConflictDoUpdate({ target: holds.caseId, set: said });
}

/** Takes the hold off a case; false when there is none. */
export async function deleteHold(tx: Transaction, caseId: string): Promise<boolean> {
  const gone = await tx
    .delete(holds)
    .where(eq(holds.caseId, caseId))
    .returning({ caseId: holds.caseId });
  return gone.length > 0;
}

/** A case, named by its id, is on hold. */
export const onHoldSql = (caseId: SQL): SQL =>
  sql`EXISTS (SELECT FROM ${holds} h WHERE h.case_id = ${caseId})`;

/** Every case on hold that is to be looked at again by a London day, the longest due first. */
export async function holdsDue(tx: Transaction, today: number): Promise<HoldToLookAt[]> {
  const rows = await tx.execute<CallerRow & { reason: string; look_again: string }>(sql`
    SELECT ${PERSON_COLUMNS}, h.reason, h.look_again
    FROM ${holds} h JOIN ${cases} c ON c.id = h.case_id ${PERSON}
    WHERE h.look_again <= ${isoDate(today)} ORDER BY h.look_again, c.reference`);
  return rows.map((row) => ({
    ...callerFromRow(row),
    reason: row.reason,
    lookAgain: dayOfDate(row.look_again),
  }));
}
