import {
  actsOf,
  changeNote,
  clearUndoneWords,
  deleteNote,
  giveNote,
} from '#data/case-act-repository.ts';
import type { Transaction } from '#data/client.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { type Case, lockCase } from '../cases/case.ts';
import { recordActMoment, settleCase } from '../cases/case-status-service.ts';
import { lockCases } from '../cases/lock-cases.ts';
import { printOfValues } from '../cases/meanwhile.ts';
import { auditAct } from './audit.ts';

/** A note on the timeline of a case. */
export interface Note {
  id: string;
  words: string;
  actor: string;
  at: Date;
}

/** What tells what a note says from what it says once it is changed. */
export const printOf = ({ words }: Pick<Note, 'words'>): string => printOfValues({ words });

/** A note of a case, by the id of its act. */
export async function findNote(
  tx: Transaction,
  caseId: string,
  id: string,
): Promise<Note | undefined> {
  const note = (await actsOf(tx, caseId)).find((one) => one.id === id);
  return note?.act === 'note' ? note : undefined;
}

/** Words that can be removed by themselves: a note or, where `undone` says so, those of an outcome that was undone. */
export interface Removable extends Note {
  undone: boolean;
}

/** A note of a case, or the words of an outcome of it that was undone, by the id of the act. */
export async function findRemovable(
  tx: Transaction,
  caseId: string,
  id: string,
): Promise<Removable | undefined> {
  const note = await findNote(tx, caseId, id);
  if (note) return { ...note, undone: false };
  const done = (await actsOf(tx, caseId)).find((one) => one.id === id);
  if (done?.act !== 'outcome' || !done.undone || done.words === undefined) return undefined;
  return { ...done, words: done.words, undone: true };
}

/** Who of the staff changed a note last; undefined where words may have been taken out of it since. */
export async function changedBy(
  app: App,
  { id: caseId }: Pick<Case, 'id'>,
  note: string,
): Promise<string | undefined> {
  const acts = await actsOf(app.database, caseId);
  const changed = acts.find(({ id }) => id === note)?.changed;
  const isSince = acts.some(({ act, at }) => act === 'words removed' && changed && at > changed.at);
  return isSince ? undefined : changed?.actor;
}

/** What came of changing or removing a note: `meanwhile`, with nothing done, when it has been changed since it was shown. */
export type NoteResult = 'done' | 'gone' | 'meanwhile';

/**
 * Does something to a note that still says what it did when it was shown, while nobody else can change the case; one
 * that says already what it `leaves` is left as it is.
 */
const withNote = <Found extends Note>(
  app: App,
  { id: caseId }: Pick<Case, 'id'>,
  {
    note: id,
    seen,
    leaves,
    find,
  }: {
    note: string;
    seen: string;
    leaves?: string;
    find: (tx: Transaction, caseId: string, id: string) => Promise<Found | undefined>;
  },
  work: (acting: App, tx: Transaction, about: Case, note: Found) => Promise<void>,
): Promise<NoteResult> =>
  transactionRetried(app, async (tx, { mayBeDone }) => {
    const about = await lockCase(tx, caseId);
    const note = about && (await find(tx, caseId, id));
    if (!note) return mayBeDone ? 'done' : 'gone';
    const isDone = mayBeDone || note.words === leaves;
    if (printOf(note) !== seen) return isDone ? 'done' : 'meanwhile';
    const acting = appAtNextAct(app, about);
    await work(acting, tx, about, note);
    await recordActMoment(acting, tx, caseId, { extendsKeeping: false });
    return 'done';
  });

/** Writes what a note says now. What it said before is kept nowhere; the audit says that it was changed. */
export const rewriteNote = (
  app: App,
  about: Pick<Case, 'id'>,
  { staff, words, ...which }: { staff: string; words: string; note: string; seen: string },
): Promise<NoteResult> =>
  withNote(
    app,
    about,
    { ...which, leaves: words, find: findNote },
    async (acting, tx, { id: caseId, reference }) => {
      const at = acting.now();
      await changeNote(tx, { caseId, id: which.note }, { words, at, actor: staff });
      await auditAct(acting, tx, { staff, act: 'note changed, at the desk', reference });
    },
  );

/**
 * Removes a note, or the words of an outcome that was undone, which itself stays. Nothing of them is kept but a line in
 * the audit.
 */
export const removeNote = (
  app: App,
  about: Pick<Case, 'id'>,
  { staff, ...which }: { staff: string; note: string; seen: string },
): Promise<NoteResult> =>
  withNote(
    app,
    about,
    { ...which, find: findRemovable },
    async (acting, tx, { id: caseId, reference }, { undone }) => {
      await (undone ? clearUndoneWords : deleteNote)(tx, { caseId, id: which.note });
      const act = undone
        ? 'words of an undone outcome removed, at the desk'
        : 'note removed, at the desk';
      await auditAct(acting, tx, { staff, act, reference });
    },
  );

/** What came of moving a note: `no other` when the case it was to go to was erased. */
export type NoteMoved = NoteResult | 'no other';

/**
 * Moves a note that was written in the wrong case to the right one. It stays its writer's, of the moment it was
 * written, marked as changed by whoever moved it; the audit has a line about each case.
 */
export const moveNote = (
  app: App,
  { id: from }: Pick<Case, 'id'>,
  { id: to }: Pick<Case, 'id'>,
  { staff, note: id, seen }: { staff: string; note: string; seen: string },
): Promise<NoteMoved> =>
  transactionRetried<NoteMoved>(app, async (tx, { before }) => {
    const both = await lockCases(tx, [from, to]);
    if (both === undefined) return 'no other';
    const [about, other] = both;
    const note = await findNote(tx, from, id);
    if (!note) return before ?? 'gone';
    if (printOf(note) !== seen) return 'meanwhile';
    const acting = appAtNextAct(app, about);
    const there = appAtNextAct(app, other);
    await giveNote(tx, { caseId: from, id }, { caseId: to, at: there.now(), actor: staff });
    await recordActMoment(acting, tx, from, { extendsKeeping: false });
    await recordActMoment(there, tx, to, { extendsKeeping: false });
    await settleCase(tx, from);
    await settleCase(tx, to);
    const { reference } = about;
    await auditAct(acting, tx, {
      staff,
      act: 'note moved to another case, at the desk',
      reference,
    });
    await auditAct(there, tx, {
      staff,
      act: 'note moved here from another case, at the desk',
      reference: other.reference,
    });
    return 'done';
  });
