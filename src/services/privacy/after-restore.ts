import type { Transaction } from '#data/client.ts';
import { deleteMessages } from '#data/message-repository.ts';
import {
  deleteAllAccess,
  erasuresSince,
  findCallsBack,
  giveUpEnqueuedBy,
  lockCasesBack,
} from '#data/restore-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { DAY } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { eraseCall } from '../cases/erase-call.ts';
import { eraseQuietly } from '../cases/erase-case.ts';

export { erasuresSince };

/** What a restored database was put right by. */
export interface PutRight {
  cases: number;
  calls: number;
  givenUp: number;
}

/** What was erased after the backup: cases by reference; by id, calls in cases that stay and mail that waited. */
export interface ErasedSince {
  references: readonly string[];
  callIds: readonly string[];
  messageIds: readonly string[];
}

async function eraseCases(app: App, tx: Transaction, references: readonly string[]) {
  const back = await lockCasesBack(tx, references);
  for (const each of back) await eraseQuietly(app, tx, each, 'erased again after a restore');
  return back.length;
}

async function eraseCalls(app: App, tx: Transaction, callIds: readonly string[]) {
  const back = await findCallsBack(tx, callIds);
  const how = { act: 'erased again after a restore', quietly: true } as const;
  for (const call of back) await eraseCall(app, tx, call, how);
  return back.length;
}

async function putRight(
  app: App,
  tx: Transaction,
  { references, callIds, messageIds }: ErasedSince,
) {
  const cases = await eraseCases(app, tx, references);
  const calls = await eraseCalls(app, tx, callIds);
  await deleteMessages(tx, messageIds);
  const now = app.now();
  const givenUp = await giveUpEnqueuedBy(tx, new Date(now.getTime() - DAY), now);
  await deleteAllAccess(tx);
  return { cases, calls, givenUp };
}

/**
 * Puts a restored database right before it is used: what was erased after the backup goes again, and
 * nobody is told twice; mail that was enqueued more than a day ago is given up, since it may have gone out;
 * everybody is signed out of the desk. All of it or none; safe to run again.
 */
export const putRightAfterRestore = (app: App, erased: ErasedSince): Promise<PutRight> =>
  transactionRetried(app, (tx) => putRight(app, tx, erased));
