import { withdrawalNotice } from '#domain/emails/enquiry-emails.ts';
import type { App } from '../app.ts';
import { cancelErasedCalls } from '../bookings/cancel.ts';
import { transactionRetried } from '../collisions.ts';
import type { Transaction } from '../database.ts';
import { owe } from '../delivery/outbox.ts';
import { type Case, lockCase } from './case.ts';

/** Why a case was erased, as the audit keeps it. */
export type ErasureAct =
  | 'withdrawn by the enquirer'
  | 'kept long enough'
  | 'quarantined long enough';

const audit = (app: App, tx: Transaction, act: ErasureAct, reference: string) =>
  tx.query('INSERT INTO audit (at, act, reference) VALUES ($1, $2, $3)', [
    app.now(),
    act,
    reference,
  ]);

/**
 * Erases a case and everything that hangs on it, messages owed included, in `tx`; its calls still to
 * come are cancelled first. Word of that is owed, and an audit line with the reference is all else that
 * stays. False when it had gone already.
 */
export async function eraseCase(
  app: App,
  tx: Transaction,
  { id }: Pick<Case, 'id'>,
  act: ErasureAct,
): Promise<boolean> {
  const found = await lockCase(tx, id);
  if (!found) return false;
  await cancelErasedCalls(app, tx, found);
  await tx.query('DELETE FROM cases WHERE id = $1', [id]);
  await audit(app, tx, act, found.reference);
  return true;
}

/** Erases a case because its enquirer withdrew, and owes staff word of it by its reference alone. */
export const withdrawCase = (app: App, withdrawn: Case): Promise<void> =>
  transactionRetried(app, async (tx) => {
    const erased = await eraseCase(app, tx, withdrawn, 'withdrawn by the enquirer');
    if (!erased || withdrawn.quarantinedAt) return;
    await owe(app, tx, {
      kind: 'withdrawal notice',
      audience: 'staff',
      to: app.environment.STAFF_EMAIL,
      words: withdrawalNotice(withdrawn.reference),
    });
  });
