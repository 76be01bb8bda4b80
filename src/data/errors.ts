import pg from 'pg';

/** The database could not be reached or did not answer: nothing was saved, and trying again may work. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError';
}

/** The connection was lost while a transaction was being committed: whether it was saved cannot be known from here. */
export class CommitUnknownError extends DatabaseUnavailableError {
  override name = 'CommitUnknownError';
}

/** Whether an error came from the database: it was away, or answered with one of its own. */
export const isOfDatabase = (error: unknown): boolean =>
  error instanceof DatabaseUnavailableError || error instanceof pg.DatabaseError;

/** Why the database is unavailable, for the log: a code and no words, since words may quote what was typed. */
export function causeOf(error: DatabaseUnavailableError): string {
  const code = (error.cause as { code?: unknown } | undefined)?.code;
  if (typeof code === 'string') return code;
  return /timeout/i.test(error.message) ? 'timeout' : 'connection lost';
}

/** What is wrong with a database that takes nothing, by the SQLSTATE it answered with, as health says it (docs/api.md). */
const TROUBLES = [
  [/^28/, 'refuses our password'],
  [/^53300/, 'has no connection left'],
  [/^(53100|58030)/, 'is full'],
  [/^25006/, 'is read-only'],
] as const;

export type DatabaseTrouble = (typeof TROUBLES)[number][1] | 'does not answer' | 'takes no writes';

/** An error that a write met, in words. */
export function troubleOf(error: unknown): DatabaseTrouble {
  if (!(error instanceof DatabaseUnavailableError)) return 'takes no writes';
  const code = causeOf(error);
  return TROUBLES.find(([codes]) => codes.test(code))?.[1] ?? 'does not answer';
}
