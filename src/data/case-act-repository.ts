import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { type ActDone, type CaseAct, isInOwnWords } from '#domain/desk/actions.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import type { Transaction } from './client.ts';
import { caseActs, cases } from './schema.ts';
import { searchColumns } from './search-repository.ts';

/** What staff wrote themselves is found again by its words; what the service says of an act is not. */
async function foldedOf(done: CaseAct): Promise<string | undefined> {
  if (!isInOwnWords(done) || done.words === undefined) return undefined;
  return (await searchColumns([done.words], undefined)).folded;
}

/** Writes what one of the staff did about a case. */
export async function insertCaseAct(
  tx: Transaction,
  { caseId, at, actor }: { caseId: string; at: Date; actor: string },
  done: CaseAct,
): Promise<void> {
  const { outcome } = done.act === 'outcome' ? done : {};
  const followUp = 'followUp' in done ? done.followUp : undefined;
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
    owner: done.act === 'owner set' ? done.owner : undefined,
    told: 'told' in done ? done.told : undefined,
    folded: await foldedOf(done),
  });
}

function doneOf(row: typeof caseActs.$inferSelect): ActDone {
  const { id, at, actor, act, outcome, words, followUp, undoneAt, undoneBy } = row;
  const { bookingId, before, owner, changedAt, changedBy, told } = row;
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
    ...(owner !== null && { owner }),
    ...(told !== null && { told }),
    ...(changedAt && { changed: { at: changedAt, actor: changedBy ?? '' } }),
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

/** A note of a case, by the id of its act. */
const isNote = (caseId: string, id: string) =>
  and(eq(caseActs.caseId, caseId), eq(caseActs.act, 'note'), eq(sql`${caseActs.id}::text`, id));

/** Writes what a note says now; false when it is no longer there. */
export async function changeNote(
  tx: Transaction,
  { caseId, id }: { caseId: string; id: string },
  { words, at, actor }: { words: string; at: Date; actor: string },
): Promise<boolean> {
  const { folded } = await searchColumns([words], undefined);
  const changed = await tx
    .update(caseActs)
    .set({ words, folded, changedAt: at, changedBy: actor })
    .where(isNote(caseId, id))
    .returning({ id: caseActs.id });
  return changed.length > 0;
}

/** Gives a note to another case, as its writer's and of when it was written; `actor` moved it at `at`. */
export async function giveNote(
  tx: Transaction,
  { caseId, id }: { caseId: string; id: string },
  to: { caseId: string; at: Date; actor: string },
): Promise<void> {
  const given = await tx.delete(caseActs).where(isNote(caseId, id)).returning();
  const moved = { caseId: to.caseId, changedAt: to.at, changedBy: to.actor };
  for (const { id: _id, ...note } of given) await tx.insert(caseActs).values({ ...note, ...moved });
}

/** Deletes a note; false when it is no longer there. */
export async function deleteNote(
  tx: Transaction,
  { caseId, id }: { caseId: string; id: string },
): Promise<boolean> {
  const deleted = await tx
    .delete(caseActs)
    .where(isNote(caseId, id))
    .returning({ id: caseActs.id });
  return deleted.length > 0;
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

/** The references of the cases that an address, given in lower case, sees to. */
export const findOwnedBy = async (tx: Transaction, email: string) =>
  tx
    .select({ reference: cases.reference })
    .from(cases)
    .where(eq(cases.owner, email))
    .orderBy(asc(cases.createdAt));

/** Where an address of the staff stands on acts: who did, undid or changed it, and whom a case was given to. */
const STAFF_COLUMNS = ['actor', 'undoneBy', 'changedBy', 'owner'] as const;

/** Writes a mark in place of an address, given in lower case, wherever it stands on an act; its cases are nobody's. */
export async function renameActor(tx: Transaction, email: string, actor: string): Promise<void> {
  for (const column of STAFF_COLUMNS) {
    await tx
      .update(caseActs)
      .set({ [column]: actor })
      .where(eq(sql`lower(${caseActs[column]})`, email));
  }
  await tx.update(cases).set({ owner: null }).where(eq(cases.owner, email));
}
