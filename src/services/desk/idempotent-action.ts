import type { Transaction } from '#data/client.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { type Case, lockCase } from '../cases/case.ts';
import { settleCase } from '../cases/case-status-service.ts';
import { recognise, rememberSubmission } from '../cases/idempotency.ts';

/** One press of a form's button: which act, by whom, everything the form held, and what tells this showing of it from another. */
interface Pressed {
  act: string;
  staff: string;
  value: unknown;
  once: string | undefined;
}

/**
 * Does an act of staff, while nobody else can change the case, in one transaction, and writes how the case
 * stands after it. The same form pressed again does nothing more. False when the case was erased meanwhile.
 */
export const idempotentAction = (
  app: App,
  { id }: Pick<Case, 'id'>,
  { act, staff, value, once }: Pressed,
  work: (acting: App, tx: Transaction, about: Case) => Promise<unknown>,
): Promise<boolean> => {
  // Every press has a word of its own, or a commit that was lost would be done twice.
  const key = JSON.stringify([id, staff, once ?? app.uuid(), value]);
  const submission = { route: `/desk/cases/${act}`, identity: { by: 'key', key }, value } as const;
  return transactionRetried(app, async (tx) => {
    const about = await lockCase(tx, id);
    if (!about) return false;
    if ((await recognise(app, tx, submission)).kind === 'again') return true;
    await rememberSubmission(app, tx, submission, { caseId: id });
    await work(appAtNextAct(app, about), tx, about);
    await settleCase(tx, id);
    return true;
  });
};
