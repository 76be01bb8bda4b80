import { transactionRetried, type Work } from '#data/transaction-retry.ts';
import type { App } from '../app.ts';
import { readCalendarsNow } from '../calendars/read-calendars.ts';
import { CalendarsUnreadError, claimUnread } from '../calendars/unread-calendars.ts';

/**
 * A transaction in which a time is claimed. The calendars of staff are read again for it, outside, so that nobody waits
 * in it for another network. Whether there are any is known from what a claim reads anyway: where nobody gave one, this
 * is one transaction; where somebody did, the first is given up, and what they say now is judged in the second.
 */
export async function transactionClaiming<Result>(app: App, work: Work<Result>): Promise<Result> {
  try {
    return await transactionRetried<Result>(app, (tx, again) => {
      // One that may be done already is looked for as it is, and not begun again.
      if (!again.mayBeDone) claimUnread(tx);
      return work(tx, again);
    });
  } catch (error) {
    if (!(error instanceof CalendarsUnreadError)) throw error;
  }
  await readCalendarsNow(app);
  return transactionRetried(app, work);
}
