import type { App } from './app.ts';
import {
  CommitUnknownError,
  causeOf,
  DatabaseUnavailableError,
  type Transaction,
} from './database.ts';

/** Two transactions waited for one another, or one read what another changed: nothing was done, so it can be done again. */
const COLLISIONS: readonly unknown[] = ['40P01', '40001'];

const EXCLUSION = '23P01';

/** How often a transaction is tried before the database counts as too busy. */
const MOST_TRIES = 6;

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

/** A transaction that may be done again. `mayBeDone`: a try before it may have been committed, unseen. */
export type Work<Result> = (tx: Transaction, again: { mayBeDone: boolean }) => Promise<Result>;

/** Does a transaction and, when its connection is lost while committing, does it once more on another. */
async function untilKnown<Result>(app: App, work: Work<Result>): Promise<Result> {
  try {
    return await app.database.transaction((tx) => work(tx, { mayBeDone: false }));
  } catch (error) {
    if (!(error instanceof CommitUnknownError)) throw error;
    app.log(`Whether a transaction was committed is not known (${causeOf(error)}): looking.`);
  }
  try {
    return await app.database.transaction((tx) => work(tx, { mayBeDone: true }));
  } catch (error) {
    if (!(error instanceof DatabaseUnavailableError)) throw error;
    throw new CommitUnknownError(error.message, { cause: error.cause });
  }
}

/**
 * A transaction like `database.transaction`, done again when it collided with another, and once more, on
 * another connection, when the first was lost while committing. So `work` must find what it did before:
 * by a form's id, a key, or because doing it twice changes nothing. Throws CommitUnknownError when it still
 * cannot be known whether it was done.
 */
export async function transactionRetried<Result>(app: App, work: Work<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await untilKnown(app, work);
    } catch (error) {
      if (!COLLISIONS.includes(codeOf(error))) throw error;
      app.log(`A transaction collided with another (${codeOf(error)}), try ${tries}.`);
      if (tries === MOST_TRIES) {
        throw new DatabaseUnavailableError('Too many collisions.', { cause: error });
      }
    }
  }
}

/**
 * What `write` returns, done inside `tx`; undefined when an exclusion constraint refuses it (23P01):
 * what it wrote is undone then, and the transaction goes on.
 */
export async function unlessRefused<Written>(
  tx: Transaction,
  write: () => Promise<Written>,
): Promise<Written | undefined> {
  await tx.query('SAVEPOINT before_write');
  try {
    const written = await write();
    await tx.query('RELEASE SAVEPOINT before_write');
    return written;
  } catch (error) {
    if (codeOf(error) !== EXCLUSION) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT before_write');
    await tx.query('RELEASE SAVEPOINT before_write');
    return undefined;
  }
}
