import type { App } from '../../app.ts';
import { type Case, lockCase } from '../../cases/case.ts';
import { findRepeat, rememberSubmission } from '../../cases/repeat.ts';
import { transactionRetried } from '../../collisions.ts';
import type { Transaction } from '../../database.ts';

/** One press of a form's button: which act, by whom, and everything the form held. */
interface Pressed {
  act: string;
  staff: string;
  value: unknown;
}

/**
 * Does an act of staff, while nobody else can change the case, in one transaction. The same form pressed
 * again within ten minutes does nothing more. False when the case was erased meanwhile.
 */
export const actOnce = (
  app: App,
  { id }: Pick<Case, 'id'>,
  { act, staff, value }: Pressed,
  work: (tx: Transaction, about: Case) => Promise<unknown>,
): Promise<boolean> =>
  transactionRetried(app, async (tx) => {
    const about = await lockCase(tx, id);
    if (!about) return false;
    const submission = { route: `/desk/cases/${act}`, value: [id, staff, value] };
    const repeat = await findRepeat(app, tx, submission);
    if (repeat.kind !== 'new') return true;
    await rememberSubmission(app, tx, submission, { caseId: id });
    await work(tx, about);
    return true;
  });
