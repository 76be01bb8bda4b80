import { actsOf } from '#data/case-act-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { findCaseByReference, lockCase } from '../cases/case.ts';
import { settleCase } from '../cases/case-status-service.ts';
import { undoOutcome } from './case-actions.ts';

/** The latest outcome of a case that was not undone. */
export async function latestOutcome(app: App, caseId: string) {
  const acts = await actsOf(app.database, caseId);
  const latest = acts.findLast(({ act, undone }) => act === 'outcome' && !undone);
  return latest?.act === 'outcome' ? latest : undefined;
}

/** An outcome that was undone, by the reference of its case and its own id. */
export async function undoneOutcome(app: App, { from, id }: { from: string; id: string }) {
  const about = await findCaseByReference(app.database, from);
  const done = about && (await actsOf(app.database, about.id)).find((one) => one.id === id);
  return done?.act === 'outcome' && done.undone ? done : undefined;
}

/** Undoes the outcome that was seen; `nothing` when it is no longer the latest, `gone` when the case was erased. */
export const undoLatestOutcome = (
  app: App,
  caseId: string,
  undoing: { staff: string; seen: string },
): Promise<'undone' | 'nothing' | 'gone'> =>
  transactionRetried(app, async (tx, { mayBeDone }) => {
    const about = await lockCase(tx, caseId);
    if (!about) return 'gone';
    const undone = await undoOutcome(appAtNextAct(app, about), tx, about, undoing);
    if (!undone) return mayBeDone ? 'undone' : 'nothing';
    await settleCase(tx, caseId);
    return 'undone';
  });
