import { transactionRetried, type Work } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { readCalendarsNow } from '../calendars/read-calendars.ts';

/**
 * A transaction in which a time is claimed. The calendars of staff are read again before it, so that nobody waits in it
 * for another network; what they say then is judged in it.
 */
export async function transactionClaiming<Result>(app: App, work: Work<Result>): Promise<Result> {
  await readCalendarsNow(app);
  return transactionRetried(app, work);
}
