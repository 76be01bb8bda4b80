import { type Case, lockCase } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { recognise, type Submission } from './idempotency.ts';

/**
 * What came of posting a form that opens a case. `saved`: staff and the person are notified; `repeat`: it was saved
 * before, and is as it was; `corrected`: it replaced the words of an earlier post of the same form; `quarantined`: it looked
 * automatic, and waits in quarantine until the person presses once more or staff release it; `key-reused`: the key of
 * the post came before with other words.
 */
export type Submitted =
  | { kind: 'saved' | 'repeat' | 'corrected'; case: Case }
  | { kind: 'quarantined' }
  | { kind: 'key-reused' };

/** One post of a form: what it is recognised by, and whether it looks automatic. */
export interface Posted {
  submission: Submission;
  automatic: boolean;
}

/** What a form does with a post, each in the transaction it is given. */
export interface SubmitForm<More> {
  /** Saves it and every message it causes; in quarantine when it looks automatic. */
  saveNew(tx: Transaction): Promise<Submitted | More>;
  /** Writes its words over those of a case in quarantine, which stays there. */
  keepQuarantined(tx: Transaction, quarantined: Case): Promise<void>;
  /** Sends what was in quarantine, with the words it has now: its person pressed once more. */
  sendQuarantined(tx: Transaction, quarantined: Case): Promise<Submitted | More>;
  /** Writes its words over those of a case that staff know of, and tells them. */
  correct(tx: Transaction, about: Case): Promise<Submitted | More>;
}

/** A post that came before: the first again, with the words it has now. */
async function postedAgain<More>(
  tx: Transaction,
  { id, sameWords, automatic }: { id: string; sameWords: boolean; automatic: boolean },
  form: SubmitForm<More>,
): Promise<Submitted | More> {
  const before = await lockCase(tx, id);
  if (!before) return form.saveNew(tx);
  if (before.quarantinedAt) {
    if (!automatic) return form.sendQuarantined(tx, before);
    await form.keepQuarantined(tx, before);
    return { kind: 'quarantined' };
  }
  if (sameWords) return { kind: 'repeat', case: before };
  // Nothing is written: the words come again with the press that sends them.
  return automatic ? { kind: 'quarantined' } : form.correct(tx, before);
}

/**
 * Takes a post in one transaction, done again when it collides with another. The same form posted again is the first
 * again: as it was, corrected, or sent at last.
 */
export const submitOnce = <More extends { kind: string } = never>(
  app: App,
  { submission, automatic }: Posted,
  form: SubmitForm<More>,
): Promise<Submitted | More> =>
  transactionRetried<Submitted | More>(app, async (tx, { before }) => {
    const found = await recognise(app, tx, submission);
    if (found.kind === 'new') return form.saveNew(tx);
    const { sameWords } = found;
    if (submission.identity.by === 'key' && !sameWords) return { kind: 'key-reused' };
    const came = await postedAgain(tx, { id: found.case.id, sameWords, automatic }, form);
    if (came.kind !== 'repeat' || !('case' in came) || !before || !('case' in before)) return came;
    // The try before this one was committed after all, and this post came to what it came to then.
    return { ...before, case: came.case };
  });
