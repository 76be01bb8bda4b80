import type { Transaction } from '#data/client.ts';
import {
  DIGEST,
  giveBackDigestDay,
  lastDigestBefore,
  lockDigests,
  recordDigestMade,
  takeBackDigest,
  takeDigestDay,
} from '#data/digest-repository.ts';
import { type Digest, hasNews } from '#domain/desk/digest.ts';
import { digestAt } from '#domain/hours/working-days.ts';
import { isoDateAt } from '#domain/time/iso.ts';
import { digestEmail } from '#emails/digest-emails.ts';
import type { App } from '../app.ts';
import { readOpenTimes } from '../availability/line-hours.ts';
import { enqueueMessage } from '../notifications/outbox.ts';
import { gatherDigest } from './digest-facts.ts';

/** What can come of a run, in words for the log. */
export const DIGEST_OUTCOMES = {
  owed: 'the digest of today is on its way',
  early: 'none is due: it goes out from 8am, UK time, on working days',
  made: 'the digest of today was made before',
  empty: 'there is nothing to tell',
} as const;

type DigestOutcome = keyof typeof DIGEST_OUTCOMES;

async function isTimeFor(app: App): Promise<boolean> {
  const { rules } = await readOpenTimes(app);
  const due = digestAt(rules, app.now().getTime());
  return due !== undefined && due <= app.now().getTime();
}

const oweDigest = (app: App, tx: Transaction, told: Digest) =>
  enqueueMessage(app, tx, {
    kind: DIGEST,
    audience: 'staff',
    to: app.environment.STAFF_EMAIL,
    words: digestEmail(told),
  });

/**
 * Writes a digest that is still enqueued afresh, from what is kept now: it names people until it is sent, so
 * anyone who erases somebody calls this last in their transaction. One that was tried may have arrived: it is not sent
 * again, and the next digest tells from where that one began.
 */
export async function renewOwedDigest(app: App, tx: Transaction): Promise<void> {
  await lockDigests(tx);
  const takenBack = await takeBackDigest(tx);
  if (!takenBack) return;
  const last = await lastDigestBefore(tx, takenBack.day);
  if (takenBack.tried) {
    await recordDigestMade(tx, last ?? new Date(0));
    return;
  }
  const told = await gatherDigest(app, tx, last);
  await recordDigestMade(tx, app.now());
  if (hasNews(told)) await oweDigest(app, tx, told);
}

/**
 * Enqueues the digest of today to staff, if it is a working day in London and past 8am: one a date, however
 * often and however many at once this runs. While there is nothing to tell, none is made, and a later
 * run of the day looks again.
 */
export async function digest(app: App): Promise<DigestOutcome> {
  if (!(await isTimeFor(app))) return 'early';
  const day = isoDateAt(app.now().getTime());
  return app.database.transaction(async (tx) => {
    if (!(await takeDigestDay(tx, day, app.now()))) return 'made';
    await lockDigests(tx);
    const told = await gatherDigest(app, tx, await lastDigestBefore(tx, day));
    if (!hasNews(told)) {
      await giveBackDigestDay(tx, day);
      return 'empty';
    }
    await oweDigest(app, tx, told);
    return 'owed';
  });
}
