import { lockName } from '#data/advisory-locks.ts';
import type { Transaction } from '#data/client.ts';
import { countSince, insertUnusualHour } from '#data/unusual-hour-repository.ts';
import { COUNTED_MS, isUnusual, stretchNoticedAt } from '#domain/limits/unusual-hour.ts';
import { unusualHourEmail } from '#emails/unusual-hour-email.ts';
import type { App } from '../app.ts';
import { enqueueMessage } from '../notifications/outbox.ts';

/** What came in within the hour, up to what makes it unusual, where it is more than is usual and staff have not been told of it. */
async function untold(app: App, tx: Transaction) {
  const now = app.now();
  const since = new Date(now.getTime() - COUNTED_MS);
  const limits = app.site.settings.limits['an-unusual-hour'];
  const most = { cases: limits.cases, emailsWithheld: limits['emails-withheld'] };
  const counted = await countSince(tx, { since, now, most });
  const isNew = !counted.isTold && isUnusual(counted, limits);
  return isNew ? counted : undefined;
}

/**
 * Notes an hour in which more came in than is usual, and enqueues one email about it to staff: one for the hour that
 * is noticed and the next, however many look at once. Looks first, so that a usual hour waits for nobody.
 */
export async function noticeUnusualHour(app: App): Promise<void> {
  if (!(await untold(app, app.database))) return;
  await app.database.transaction(async (tx) => {
    await lockName(tx, 'unusual hour');
    const counted = await untold(app, tx);
    if (!counted) return;
    const now = app.now();
    const { from, until } = stretchNoticedAt(now.getTime());
    await insertUnusualHour(tx, {
      fromAt: new Date(from),
      untilAt: new Date(until),
      noticedAt: now,
    });
    await enqueueMessage(app, tx, {
      kind: 'unusual hour',
      audience: 'staff',
      to: app.environment.STAFF_EMAIL,
      words: unusualHourEmail({ ...counted, site: app.environment.URL }),
    });
    app.log(`An unusual hour: ${counted.cases} cases, ${counted.emailsWithheld} emails withheld.`);
  });
}
