import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { ACTS, type ActDone, type CaseAct } from '#domain/desk/acts.ts';
import { dayOfDate, isoDate } from '#domain/time/day.ts';
import type { Transaction } from './client.ts';
import { caseActs, cases } from './schema.ts';
import { searchColumns } from './search-repository.ts';

/** What staff wrote themselves is found again by its words; what the service says of an act is not. */
async function foldedOf(done: CaseAct): Promise<string | undefined> {
  const words = 'words' in done ? done.words : undefined;
  if (!ACTS[done.act].inOwnWords || words === undefined) return undefined;
  return (await searchColumns([words], undefined)).folded;
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

type ActRow = typeof caseActs.$inferSelect;

/** What an act of its kind always has: the checks of the table hold every act to it. */
function kept<Column extends keyof ActRow>(row: ActRow, column: Column) {
  const value = row[column];
  if (value === null) throw new Error(`The act ${row.id}, “${row.act}”, has no ${column}.`);
  return value as NonNullable<ActRow[Column]>;
}

/** The day of an act that has one, in days since 1 January 1970. */
const followUpOf = (row: ActRow): number => dayOfDate(kept(row, 'followUp'));

/** What staff did, as its kind has it: a kind with columns of its own does not compile until it is read here. */
function caseActOf(row: ActRow): CaseAct {
  const { act } = row;
  const words = row.words ?? undefined;
  switch (act) {
    case 'outcome': {
      const followUp = row.followUp === null ? undefined : followUpOf(row);
      return { act, outcome: kept(row, 'outcome'), followUp, words };
    }
    case 'note':
      return { act, words: kept(row, 'words') };
    case 'follow-up set':
    case 'reopened':
      return { act, followUp: followUpOf(row), words };
    case 'complaint acknowledged':
      return { act, told: kept(row, 'told') };
    case 'complaint progress':
    case 'complaint outcome':
      return { act, told: kept(row, 'told'), words: kept(row, 'words') };
    case 'owner set':
      return { act, owner: row.owner ?? undefined };
    case 'details corrected':
      return { act, bookingId: row.bookingId ?? undefined, before: kept(row, 'before') };
    default:
      return { act, words };
  }
}

/** That something was done to an act, if it was. */
const later = (at: Date | null, actor: string | null) =>
  at ? { at, actor: actor ?? '' } : undefined;

const doneOf = (row: ActRow): ActDone => ({
  ...caseActOf(row),
  id: String(row.id),
  at: row.at,
  actor: row.actor,
  undone: later(row.undoneAt, row.undoneBy),
  changed: later(row.changedAt, row.changedBy),
});

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

/** Takes the words off an outcome of a case that was undone; false when it has none. */
export async function clearUndoneWords(
  tx: Transaction,
  { caseId, id }: { caseId: string; id: string },
): Promise<boolean> {
  const isUndone = and(
    eq(caseActs.caseId, caseId),
    eq(caseActs.act, 'outcome'),
    isNotNull(caseActs.undoneAt),
    isNotNull(caseActs.words),
    eq(sql`${caseActs.id}::text`, id),
  );
  const cleared = await tx
    .update(caseActs)
    .set({ words: null, folded: null })
    .where(isUndone)
    .returning({ id: caseActs.id });
  return cleared.length > 0;
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
