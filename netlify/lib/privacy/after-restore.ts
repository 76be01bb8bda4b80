import { DAY } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { eraseQuietly } from '../cases/erase.ts';
import { transactionRetried } from '../collisions.ts';
import type { Transaction } from '../database.ts';

/** One case that was erased, as the audit keeps it. */
export interface Erasure {
  at: Date;
  reference: string;
  act: string;
}

/** The audit’s words for an erasure: of a whole case, or of a call in one. */
const ERASURES = String.raw`act ~ '^(call )?(withdrawn|erased|kept|quarantined)\y'`;

/** What was erased since an instant, oldest first: references and acts, nothing about anybody. */
export const erasuresSince = (tx: Transaction, since: Date): Promise<Erasure[]> =>
  tx.query(
    `SELECT at, reference, act FROM audit
     WHERE at >= $1 AND reference IS NOT NULL AND ${ERASURES} ORDER BY at, id`,
    [since],
  );

/** What a restored database was put right by. */
export interface PutRight {
  erased: number;
  givenUp: number;
}

/** Who wrote it may have sent it before the backup was restored, and the mail service has forgotten its key. */
const GIVE_UP = `UPDATE messages SET failed_at = $1, failure = 'owed in a backup that was restored',
    payload = NULL, invite = NULL, next_attempt_at = NULL
  WHERE next_attempt_at IS NOT NULL AND created_at <= $2 RETURNING id`;

async function putRight(app: App, tx: Transaction, references: readonly string[]) {
  const found = await tx.query<{ id: string; reference: string }>(
    'SELECT id, reference FROM cases WHERE reference = ANY ($1) ORDER BY id FOR NO KEY UPDATE',
    [references],
  );
  for (const each of found) await eraseQuietly(app, tx, each, 'erased again after a restore');
  const dayAgo = new Date(app.now().getTime() - DAY);
  const givenUp = await tx.query(GIVE_UP, [app.now(), dayAgo]);
  // Whoever had signed out since would be signed in again.
  await tx.query('DELETE FROM desk_links');
  await tx.query('DELETE FROM desk_sessions');
  return { erased: found.length, givenUp: givenUp.length };
}

/**
 * Puts a restored database right before it is used: cases that were erased after the backup go again,
 * and nobody is told twice; mail that was owed more than a day ago is given up, since it may have gone
 * out; everybody is signed out of the desk. All of it or none; safe to run again.
 */
export const putRightAfterRestore = (app: App, references: readonly string[]): Promise<PutRight> =>
  transactionRetried(app, (tx) => putRight(app, tx, references));
