import type { Transaction } from '#data/client.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { type Case, lockCase } from '../cases/case.ts';
import { settleCase } from '../cases/case-status-service.ts';
import { recognise, rememberSubmission, type Submission } from '../cases/idempotency.ts';

/** One press of a form's button: which act, by whom, everything the form held, and what tells this showing of it from another. */
interface Pressed {
  act: string;
  staff: string;
  value: unknown;
  once: string | undefined;
}

/** A press as a post that is recognised when it comes again; `about` is the case it is in, if there is one yet. */
function submissionOf(
  app: App,
  { act, staff, value, once }: Pressed,
  about: readonly string[] = [],
): Submission {
  // Every press has a word of its own, or a commit that was lost would be done twice.
  const key = JSON.stringify([...about, staff, once ?? app.uuid(), value]);
  return { route: `/desk/cases/${act}`, identity: { by: 'key', key }, value };
}

/** Opens a case for staff in one transaction. The same form pressed again is the first again. */
export const idempotentOpening = (
  app: App,
  pressed: Pressed,
  open: (tx: Transaction) => Promise<Case>,
): Promise<Case> => {
  const submission = submissionOf(app, pressed);
  return transactionRetried(app, async (tx) => {
    const found = await recognise(app, tx, submission);
    if (found.kind === 'again') return found.case;
    const about = await open(tx);
    await rememberSubmission(app, tx, submission, { caseId: about.id });
    return about;
  });
};

/** The case that the same form opened when it was pressed before, if it was. */
export const openedByPress = (app: App, pressed: Pressed): Promise<Case | undefined> =>
  transactionRetried(app, async (tx) => {
    const found = await recognise(app, tx, submissionOf(app, pressed));
    return found.kind === 'again' ? found.case : undefined;
  });

/** What an act of staff does, with the case locked: `judge`, where anything may stand in its way, says why it is not done. */
interface JudgedAction<Refused> {
  judge?(tx: Transaction, about: Case): Promise<Refused | undefined>;
  work(acting: App, tx: Transaction, about: Case): Promise<unknown>;
}

/**
 * Does an act of staff, while nobody else can change the case, in one transaction, and writes how the case stands after
 * it; `gone` when the case was erased meanwhile, and what `judge` says when it may not be done. The same form pressed
 * again does nothing more.
 */
export const judgedAction = <Refused extends string>(
  app: App,
  { id }: Pick<Case, 'id'>,
  pressed: Pressed,
  { judge, work }: JudgedAction<Refused>,
): Promise<'done' | 'gone' | Refused> => {
  const submission = submissionOf(app, pressed, [id]);
  return transactionRetried<'done' | 'gone' | Refused>(app, async (tx) => {
    const about = await lockCase(tx, id);
    if (!about) return 'gone';
    if ((await recognise(app, tx, submission)).kind === 'again') return 'done';
    const refused = await judge?.(tx, about);
    if (refused !== undefined) return refused;
    await rememberSubmission(app, tx, submission, { caseId: id });
    await work(appAtNextAct(app, about), tx, about);
    await settleCase(tx, id);
    return 'done';
  });
};

/** An act of staff that may be done whatever the case is: false when it was erased meanwhile. */
export const idempotentAction = async (
  app: App,
  found: Pick<Case, 'id'>,
  pressed: Pressed,
  work: JudgedAction<never>['work'],
): Promise<boolean> => (await judgedAction<never>(app, found, pressed, { work })) === 'done';
