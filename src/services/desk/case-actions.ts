import { actsOf, insertCaseAct, markUndone } from '#data/case-act-repository.ts';
import { takeBackContact } from '#data/case-status-repository.ts';
import type { Transaction } from '#data/client.ts';
import { personActsOf } from '#data/person-act-repository.ts';
import { type CaseAct, extendsKeeping } from '#domain/desk/acts.ts';
import type { App } from '../app.ts';
import type { Case } from '../cases/case.ts';
import { recordActMoment } from '../cases/case-status-service.ts';
import { auditAct } from './audit.ts';

/**
 * Writes in `tx` what somebody of the staff did about a case: a line on its timeline, and one in the audit.
 * How the case stands after it is to be written by `settleCase`, once everything else is.
 */
export async function writeAct(
  app: App,
  tx: Transaction,
  { id, reference }: Pick<Case, 'id' | 'reference'>,
  { staff, ...done }: CaseAct & { staff: string },
): Promise<void> {
  await insertCaseAct(tx, { caseId: id, at: app.now(), actor: staff }, done);
  await recordActMoment(app, tx, id, { extendsKeeping: extendsKeeping(done) });
  await auditAct(app, tx, { staff, act: `${done.act}, at the desk`, reference });
}

/** When we were last in touch is again as it was before an outcome that is undone: what is kept runs from then. */
async function takeBackLastContact(tx: Transaction, caseId: string, seen: string): Promise<void> {
  const acts = await actsOf(tx, caseId);
  const undone = acts.find(({ id }) => id === seen);
  if (!undone || !extendsKeeping(undone)) return;
  const ours = acts.filter((done) => !done.undone && extendsKeeping(done));
  const moments = [...ours, ...(await personActsOf(tx, caseId))].map(({ at }) => at.getTime());
  await takeBackContact(tx, caseId, { undone: undone.at, at: new Date(Math.max(0, ...moments)) });
}

/** Marks in `tx` the latest outcome of a case as undone; false when there is none, or it is not the one that was seen. */
export async function undoOutcome(
  app: App,
  tx: Transaction,
  { id, reference }: Pick<Case, 'id' | 'reference'>,
  { staff, seen }: { staff: string; seen: string },
): Promise<boolean> {
  const undone = await markUndone(tx, { caseId: id, seen }, { at: app.now(), actor: staff });
  if (!undone) return false;
  await takeBackLastContact(tx, id, seen);
  await recordActMoment(app, tx, id, { extendsKeeping: false });
  await auditAct(app, tx, { staff, act: 'outcome undone, at the desk', reference });
  return true;
}
