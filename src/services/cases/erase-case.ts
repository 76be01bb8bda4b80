import { insertAudit } from '#data/audit-repository.ts';
import { type Case, deleteCase, lockCase } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { deleteReportsOfCase } from '#data/delivery-report-repository.ts';
import { isOnHold } from '#data/hold-repository.ts';
import { isToStay } from '#data/retention-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { erasureNotice, withdrawalNotice } from '#emails/case-notices.ts';
import type { App } from '../app.ts';
import { cancelErasedCalls } from '../bookings/cancel-booking.ts';
import { markOf } from '../desk/staff.ts';
import { renewOwedDigest } from '../jobs/digest-job.ts';
import { enqueueMessage } from '../notifications/outbox.ts';

/** Why a case was erased, as the audit keeps it. */
export type ErasureAct =
  | 'withdrawn by the enquirer'
  | 'erased at the desk'
  | 'erased on request'
  | 'erased again after a restore'
  | 'kept long enough'
  | 'quarantined long enough';

/**
 * Erases a case and everything that hangs on it, messages enqueued included, in `tx`, and tells nobody. A
 * digest that is still enqueued is written afresh, without it. An audit line with the reference stays; `staff`
 * is the person who did it at the desk.
 */
export async function eraseQuietly(
  app: App,
  tx: Transaction,
  { id, reference }: Pick<Case, 'id' | 'reference'>,
  act: ErasureAct,
  staff?: string,
): Promise<void> {
  await deleteReportsOfCase(tx, id);
  await deleteCase(tx, id);
  const actor = staff === undefined ? null : markOf(app, staff);
  await insertAudit(tx, { at: app.now(), act, reference, actor });
  await renewOwedDigest(app, tx);
}

/** What nobody asked for: the time of a case is over. */
const BY_ITSELF: readonly ErasureAct[] = ['kept long enough', 'quarantined long enough'];

/** Whether a case stays though its erasure is due or asked for: while it is on hold; by itself, while a complaint is open too. */
const stays = (tx: Transaction, id: string, act: ErasureAct): Promise<boolean> =>
  BY_ITSELF.includes(act) ? isToStay(tx, id) : isOnHold(tx, id);

/** What came of erasing a case: it may have gone already, or stay for now. */
export type ErasureResult = 'erased' | 'gone' | 'stays';

/**
 * Erases a case as `eraseQuietly` does; its calls still to come are cancelled first, and word of that is
 * enqueued. One that is on hold stays, and so does an open complaint whose time is over.
 */
export async function eraseCase(
  app: App,
  tx: Transaction,
  { id }: Pick<Case, 'id'>,
  act: ErasureAct,
  staff?: string,
): Promise<ErasureResult> {
  const found = await lockCase(tx, id);
  if (!found) return 'gone';
  if (await stays(tx, id, act)) return 'stays';
  await cancelErasedCalls(app, tx, found);
  await eraseQuietly(app, tx, found, act, staff);
  return 'erased';
}

/** Erases a case because its enquirer withdrew, and enqueues a notice to staff by its reference alone. */
export const withdrawCase = (app: App, withdrawn: Case): Promise<ErasureResult> =>
  transactionRetried(app, async (tx) => {
    const erased = await eraseCase(app, tx, withdrawn, 'withdrawn by the enquirer');
    if (erased !== 'erased' || withdrawn.quarantinedAt) return erased;
    await enqueueMessage(app, tx, {
      kind: 'withdrawal notice',
      conversation: withdrawn.id,
      audience: 'staff',
      to: app.environment.STAFF_EMAIL,
      words: withdrawalNotice(withdrawn.reference, withdrawn),
    });
    return erased;
  });

/**
 * Erases a case because staff say so, and enqueues word of it to everyone by its reference alone; of one in
 * quarantine nobody had been told.
 */
export const eraseAtDesk = (
  app: App,
  { id }: Pick<Case, 'id'>,
  staff: string,
): Promise<ErasureResult> =>
  transactionRetried(app, async (tx) => {
    const erased = await lockCase(tx, id);
    if (!erased) return 'gone';
    const came = await eraseCase(app, tx, erased, 'erased at the desk', staff);
    if (came !== 'erased' || erased.quarantinedAt) return came;
    await enqueueMessage(app, tx, {
      kind: 'erasure notice',
      conversation: erased.id,
      audience: 'staff',
      to: app.environment.STAFF_EMAIL,
      words: erasureNotice(erased.reference),
    });
    return came;
  });
