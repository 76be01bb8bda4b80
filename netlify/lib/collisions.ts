import type { App } from './app.ts';
import { DatabaseUnavailableError, type Transaction } from './database.ts';

/** Two transactions waited for one another, or one read what another changed: nothing was done, so it can be done again. */
const COLLISIONS: readonly unknown[] = ['40P01', '40001'];

const EXCLUSION = '23P01';

/** How often a transaction is tried before the database counts as too busy. */
const MOST_TRIES = 6;

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

/** A transaction like `database.transaction`, done again when it collided with another. */
export async function transactionRetried<Result>(
  app: App,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await app.database.transaction(work);
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
