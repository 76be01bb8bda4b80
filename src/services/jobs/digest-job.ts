import type { Transaction } from '#data/client.ts';
import { type Digest, hasNews } from '#domain/desk/digest.ts';
import { digestAt } from '#domain/hours/working-days.ts';
import { isoDateAt } from '#domain/time/iso.ts';
import { digestEmail } from '#emails/digest-emails.ts';
import type { App } from '../app.ts';
import { rulesOf } from '../availability/line-hours.ts';
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

const isTimeFor = (app: App) => {
  const due = digestAt(rulesOf(app.site), app.now().getTime());
  return due !== undefined && due <= app.now().getTime();
};

/** Takes the day for this run; false when another has it. Anyone who asks at once waits until `tx` ends. */
async function takeDay(app: App, tx: Transaction, day: string): Promise<boolean> {
  const taken = await tx.query(
    'INSERT INTO digests (day, made_at) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING RETURNING day',
    [day, app.now()],
  );
  return taken.length > 0;
}

async function lastDigestBefore(tx: Transaction, day: string): Promise<Date | undefined> {
  const [last] = await tx.query<{ made_at: Date | null }>(
    'SELECT max(made_at) AS made_at FROM digests WHERE day < $1',
    [day],
  );
  return last?.made_at ?? undefined;
}

const oweDigest = (app: App, tx: Transaction, told: Digest) =>
  enqueueMessage(app, tx, {
    kind: 'digest',
    audience: 'staff',
    to: app.environment.STAFF_EMAIL,
    words: digestEmail(told),
  });

/** Anyone who writes a digest, and anyone who erases somebody it may name, wait for one another until `tx` ends. */
const queueUp = (tx: Transaction) =>
  tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('digest', 0))`);

/**
 * Writes a digest that is still enqueued afresh, from what is kept now: it names people until it is sent, so
 * anyone who erases somebody calls this last in their transaction. One that was tried may arrive twice.
 */
export async function renewOwedDigest(app: App, tx: Transaction): Promise<void> {
  await queueUp(tx);
  const [owed] = await tx.query<{ day: string | null }>(
    `WITH owed AS (
       DELETE FROM messages WHERE kind = 'digest' AND next_attempt_at IS NOT NULL RETURNING created_at
     )
     SELECT min((created_at AT TIME ZONE 'Europe/London')::date)::text AS day FROM owed`,
  );
  if (!owed?.day) return;
  const told = await gatherDigest(app, tx, await lastDigestBefore(tx, owed.day));
  await tx.query('UPDATE digests SET made_at = $1 WHERE day = (SELECT max(day) FROM digests)', [
    app.now(),
  ]);
  if (hasNews(told)) await oweDigest(app, tx, told);
}

/**
 * Enqueues the digest of today to staff, if it is a working day in London and past 8am: one a date, however
 * often and however many at once this runs. While there is nothing to tell, none is made, and a later
 * run of the day looks again.
 */
export async function digest(app: App): Promise<DigestOutcome> {
  if (!isTimeFor(app)) return 'early';
  const day = isoDateAt(app.now().getTime());
  return app.database.transaction(async (tx) => {
    if (!(await takeDay(app, tx, day))) return 'made';
    await queueUp(tx);
    const told = await gatherDigest(app, tx, await lastDigestBefore(tx, day));
    if (!hasNews(told)) {
      await tx.query('DELETE FROM digests WHERE day = $1', [day]);
      return 'empty';
    }
    await oweDigest(app, tx, told);
    return 'owed';
  });
}
