import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ActDone, CaseAct } from '#domain/desk/actions.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import type { Transaction } from './client.ts';
import { caseActs, cases } from './schema.ts';

/** Writes what one of the staff did about a case. */
export async function insertCaseAct(
  tx: Transaction,
  { caseId, at, actor }: { caseId: string; at: Date; actor: string },
  done: CaseAct,
): Promise<void> {
  const { outcome, followUp } = done.act === 'outcome' ? done : {};
  const { bookingId, before } = done.act === 'details corrected' ? done : {};
  await tx.insert(caseActs).values({
    caseId,
    at,
    actor,
    act: done.act,
    outcome,
    words: 'words' in done ? done.words : undefined,
    followUp: followUp === undefined ? undefined : isoDate(followUp),
    bookingId,
    before,
  });
}

function doneOf(row: typeof caseActs.$inferSelect): ActDone {
  const { id, at, actor, act, outcome, words, followUp, undoneAt, undoneBy } = row;
  const { bookingId, before } = row;
  return {
    id: String(id),
    at,
    actor,
    act,
    ...(outcome !== null && { outcome }),
    ...(words !== null && { words }),
    ...(followUp !== null && { followUp: dayFromIso(followUp) }),
    ...(undoneAt && { undone: { at: undoneAt, actor: undoneBy ?? '' } }),
    ...(bookingId !== null && { bookingId }),
    ...(before !== null && { before }),
  } as ActDone;
}

/** What staff did about a case, oldest first, outcomes that were undone included. */
export async function actsOf(tx: Transaction, caseId: string): Promise<ActDone[]> {
  const rows = await tx
    .select()
    .from(caseActs)
    .where(eq(caseActs.caseId, caseId))
    .orderBy(asc(caseActs.at), asc(caseActs.id));
  return rows.map(doneOf);
}

/** Marks the latest outcome of a case as undone; false when there is none, or it is not the one that was seen. */
export async function markUndone(
  tx: Transaction,
  { caseId, seen }: { caseId: string; seen: string },
  { at, actor }: { at: Date; actor: string },
): Promise<boolean> {
  const latest = tx
    .select({ id: caseActs.id })
    .from(caseActs)
    .where(and(eq(caseActs.caseId, caseId), eq(caseActs.act, 'outcome'), isNull(caseActs.undoneAt)))
    .orderBy(desc(caseActs.at), desc(caseActs.id))
    .limit(1);
  const undone = await tx
    .update(caseActs)
    .set({ undoneAt: at, undoneBy: actor })
    .where(and(eq(sql`${caseActs.id}::text`, seen), eq(caseActs.id, latest)))
    .returning({ id: caseActs.id });
  return undone.length > 0;
}

/** An act is of the staff with an address, given in lower case. */
const isOf = (email: string) => eq(sql`lower(${caseActs.actor})`, email);

/** What an address, given in lower case, did, oldest first. */
export async function findActsBy(tx: Transaction, email: string) {
  const { at, act, outcome } = caseActs;
  return tx
    .select({ reference: cases.reference, at, act, outcome })
    .from(caseActs)
    .innerJoin(cases, eq(cases.id, caseActs.caseId))
    .where(isOf(email))
    .orderBy(asc(at));
}

/** Writes a mark in place of an address, given in lower case, on what it did. */
export async function renameActor(tx: Transaction, email: string, actor: string): Promise<void> {
  await tx.update(caseActs).set({ actor }).where(isOf(email));
}
