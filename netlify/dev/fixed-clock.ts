/** A clock that starts at `start` and goes on at the usual pace; without it, the machine's own. */
export function startClock(start: string | undefined): () => Date {
  if (start === undefined) return () => new Date();
  const begin = Date.parse(start);
  if (Number.isNaN(begin)) {
    throw new Error(`CLOCK: "${start}" is not an instant, such as 2026-11-24T11:00:00+00:00.`);
  }
  const ahead = begin - Date.now();
  return () => new Date(Date.now() + ahead);
}
