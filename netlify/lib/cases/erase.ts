import { withdrawalNotice } from '#domain/emails/enquiry-emails.ts';
import type { App } from '../app.ts';
import type { Transaction } from '../database.ts';
import { owe } from '../delivery/outbox.ts';
import type { Case } from './case.ts';

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
 * Erases a case and everything that hangs on it, messages owed included, in `tx`;
 * an audit line with the reference is all that stays. False when it had gone already.
 */
export async function eraseCase(
  app: App,
  tx: Transaction,
  { id, reference }: Pick<Case, 'id' | 'reference'>,
  act: ErasureAct,
): Promise<boolean> {
  const erased = await tx.query('DELETE FROM cases WHERE id = $1 RETURNING id', [id]);
  if (erased.length === 0) return false;
  await audit(app, tx, act, reference);
  return true;
}

/** Erases a case because its enquirer withdrew, and owes staff word of it by its reference alone. */
export const withdrawCase = (app: App, withdrawn: Case): Promise<void> =>
  app.database.transaction(async (tx) => {
    const erased = await eraseCase(app, tx, withdrawn, 'withdrawn by the enquirer');
    if (!erased || withdrawn.quarantinedAt) return;
    await owe(app, tx, {
      kind: 'withdrawal notice',
      audience: 'staff',
      to: app.environment.STAFF_EMAIL,
      words: withdrawalNotice(withdrawn.reference),
    });
  });
