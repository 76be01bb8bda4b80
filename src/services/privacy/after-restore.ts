import type { Transaction } from '#data/client.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { DAY } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { eraseCall } from '../cases/erase-call.ts';
import { eraseQuietly } from '../cases/erase-case.ts';

/** One erasure, as the audit keeps it; mail that waited has no reference. */
export interface Erasure {
  at: Date;
  reference: string | null;
  act: string;
}

/** The audit’s words for an erasure: of a whole case, of a call in one, or of mail that waited. */
const ERASURES = String.raw`act ~ '^((call|message) [0-9a-f-]{36} )?(withdrawn|erased|kept|quarantined)\y'`;

/** What was erased since an instant, oldest first: references and acts, nothing about anybody. */
export const erasuresSince = (tx: Transaction, since: Date): Promise<Erasure[]> =>
  tx.query(
    `SELECT at, reference, act FROM audit
     WHERE at >= $1 AND ${ERASURES} ORDER BY at, id`,
    [since],
  );

/** What a restored database was put right by. */
export interface PutRight {
  cases: number;
  calls: number;
  givenUp: number;
}

/** Who wrote it may have sent it before the backup was restored, and the mail service has forgotten its key. */
const GIVE_UP = `UPDATE messages SET failed_at = $1, failure = 'owed in a backup that was restored',
    payload = NULL, invite = NULL, next_attempt_at = NULL
  WHERE next_attempt_at IS NOT NULL AND created_at <= $2 RETURNING id`;

/** What was erased after the backup: cases by reference; by id, calls in cases that stay and mail that waited. */
export interface ErasedSince {
  references: readonly string[];
  callIds: readonly string[];
  messageIds: readonly string[];
}

async function eraseCases(app: App, tx: Transaction, references: readonly string[]) {
  const back = await tx.query<{ id: string; reference: string }>(
    'SELECT id, reference FROM cases WHERE reference = ANY ($1) ORDER BY id FOR NO KEY UPDATE',
    [references],
  );
  for (const each of back) await eraseQuietly(app, tx, each, 'erased again after a restore');
  return back.length;
}

async function eraseCalls(app: App, tx: Transaction, callIds: readonly string[]) {
  const back = await tx.query<{ id: string; case_id: string }>(
    'SELECT id, case_id FROM bookings WHERE id = ANY ($1::uuid[]) ORDER BY case_id',
    [callIds],
  );
  for (const { id, case_id } of back) {
    const how = { act: 'erased again after a restore', quietly: true } as const;
    await eraseCall(app, tx, { id, caseId: case_id }, how);
  }
  return back.length;
}

async function putRight(
  app: App,
  tx: Transaction,
  { references, callIds, messageIds }: ErasedSince,
) {
  const cases = await eraseCases(app, tx, references);
  const calls = await eraseCalls(app, tx, callIds);
  await tx.query('DELETE FROM messages WHERE id = ANY ($1::uuid[])', [messageIds]);
  const dayAgo = new Date(app.now().getTime() - DAY);
  const givenUp = await tx.query(GIVE_UP, [app.now(), dayAgo]);
  // Anyone who had signed out since would be signed in again.
  await tx.query('DELETE FROM desk_links');
  await tx.query('DELETE FROM desk_sessions');
  return { cases, calls, givenUp: givenUp.length };
}

/**
 * Puts a restored database right before it is used: what was erased after the backup goes again, and
 * nobody is told twice; mail that was enqueued more than a day ago is given up, since it may have gone out;
 * everybody is signed out of the desk. All of it or none; safe to run again.
 */
export const putRightAfterRestore = (app: App, erased: ErasedSince): Promise<PutRight> =>
  transactionRetried(app, (tx) => putRight(app, tx, erased));
