const LOOPBACK = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

/** The mailbox was asked to speak beyond this machine: it holds real messages without a login. */
class NotLoopbackError extends Error {
  override name = 'NotLoopbackError';
}

/** True of this machine's own names and addresses. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

/** Throws `NotLoopbackError` for any host but this machine. */
export function assertLoopback(host: string): void {
  if (!isLoopback(host))
    throw new NotLoopbackError(`The mailbox stays on this machine, not ${host}.`);
}
