/** The database could not be reached or did not answer: nothing was saved, and trying again may work. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError';
}

/** The connection was lost while a transaction was being committed: whether it was saved cannot be known from here. */
export class CommitUnknownError extends DatabaseUnavailableError {
  override name = 'CommitUnknownError';
}

/** Why the database is unavailable, for the log: a code and no words, since words may quote what was typed. */
export function causeOf(error: DatabaseUnavailableError): string {
  const code = (error.cause as { code?: unknown } | undefined)?.code;
  if (typeof code === 'string') return code;
  return /timeout/i.test(error.message) ? 'timeout' : 'connection lost';
}
