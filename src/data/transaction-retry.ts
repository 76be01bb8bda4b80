import { sql } from 'drizzle-orm';
import type { Database, Transaction } from './client.ts';
import { CommitUnknownError, causeOf, DatabaseUnavailableError } from './errors.ts';

/** Two transactions waited for one another, or one read what another changed: nothing was done, so it can be done again. */
const COLLISIONS: readonly unknown[] = ['40P01', '40001'];

const EXCLUSION = '23P01';

/** How often a transaction is tried before the database counts as too busy. */
const MOST_TRIES = 6;

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

/** What a transaction is done with: the database, and a log for what collided. */
interface Retrying {
  database: Database;
  log(line: string): void;
}

/** What is known of the tries before this one. */
export interface Again<Result> {
  /** One of them may have been committed, unseen. */
  mayBeDone: boolean;
  /** What that one came to, if it was. */
  before: Result | undefined;
}

/** A transaction that may be done again. */
export type Work<Result> = (tx: Transaction, again: Again<Result>) => Promise<Result>;

/** The database is away; once a try may have been committed, whether it was is not known either. */
const unknownIf = ({ mayBeDone }: Again<unknown>, error: DatabaseUnavailableError) =>
  mayBeDone ? new CommitUnknownError(error.message, { cause: error.cause }) : error;

/** Does a transaction until it no longer collides with others. */
async function untilAlone<Result>(
  app: Retrying,
  again: Again<Result>,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await app.database.transaction(work);
    } catch (error) {
      if (error instanceof DatabaseUnavailableError) throw unknownIf(again, error);
      if (!COLLISIONS.includes(codeOf(error))) throw error;
      app.log(`A transaction collided with another (${codeOf(error)}), try ${tries}.`);
      if (tries < MOST_TRIES) continue;
      throw unknownIf(
        again,
        new DatabaseUnavailableError('Too many collisions.', { cause: error }),
      );
    }
  }
}

/**
 * A transaction like `database.transaction`, done again when it collided with another, and once more, on
 * another connection, when it was lost while committing. So `work` must find what it did before: by a form's
 * id, a key, or because doing it twice changes nothing. Throws CommitUnknownError when it still cannot be
 * known whether it was done.
 */
export async function transactionRetried<Result>(
  app: Retrying,
  work: Work<Result>,
): Promise<Result> {
  const first: Again<Result> = { mayBeDone: false, before: undefined };
  let before: Result | undefined;
  try {
    return await untilAlone(app, first, async (tx) => {
      before = await work(tx, first);
      return before;
    });
  } catch (error) {
    if (!(error instanceof CommitUnknownError)) throw error;
    app.log(`Whether a transaction was committed is not known (${causeOf(error)}): looking.`);
  }
  const again = { mayBeDone: true, before };
  return untilAlone(app, again, (tx) => work(tx, again));
}

/**
 * What `write` returns, done inside `tx`; undefined when an exclusion constraint refuses it (23P01):
 * what it wrote is undone then, and the transaction goes on.
 */
export async function unlessRefused<Written>(
  tx: Transaction,
  write: () => Promise<Written>,
): Promise<Written | undefined> {
  await tx.execute(sql`SAVEPOINT before_write`);
  try {
    const written = await write();
    await tx.execute(sql`RELEASE SAVEPOINT before_write`);
    return written;
  } catch (error) {
    if (codeOf(error) !== EXCLUSION) throw error;
    await tx.execute(sql`ROLLBACK TO SAVEPOINT before_write`);
    await tx.execute(sql`RELEASE SAVEPOINT before_write`);
    return undefined;
  }
}
