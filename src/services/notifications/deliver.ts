import type { CreateEmailOptions } from 'resend';
import { transactionRetried } from '#data/transaction-retry.ts';
import { isKeyForgotten, LEASE_MS, nextAttempt } from '#domain/delivery/retry.ts';
import { undeliveredNotice } from '#emails/enquiry-emails.ts';
import type { App } from '../app.ts';
import { lockCase } from '../cases/case.ts';
import { faultyRules } from './faulty-rules.ts';
import { LOCKED_OUT, type Send, type SendOutcome } from './mail-sender.ts';
import { owe } from './outbox.ts';

/** A message taken up for one attempt; nobody else takes it up until its lease is over. */
interface Claim {
  id: string;
  kind: string;
  audience: string;
  case_id: string | null;
  reference: string | null;
  payload: CreateEmailOptions;
  /** What its calendar part must say, where it has one, as JSON read back. */
  invite: unknown;
  attempts: number;
  /** Why the attempt before it came to nothing. */
  failure: string | null;
  first_attempt_at: Date;
}

/** What became of the messages one delivery took up. */
export interface Delivered {
  sent: number;
  waiting: number;
  failed: number;
}

async function claim(app: App): Promise<Claim | undefined> {
  const [message] = await app.database.query<Claim>(
    `WITH due AS (
       SELECT id FROM messages m WHERE next_attempt_at <= $1 AND NOT EXISTS (
         SELECT FROM messages earlier
         WHERE earlier.booking_id = m.booking_id AND earlier.next_attempt_at IS NOT NULL
           AND earlier.place < m.place AND earlier.payload ->> 'to' = m.payload ->> 'to')
       ORDER BY next_attempt_at, place LIMIT 1 FOR UPDATE OF m SKIP LOCKED
     )
     UPDATE messages SET attempts = attempts + 1, next_attempt_at = $2,
       first_attempt_at = coalesce(first_attempt_at, $1)
     FROM due WHERE messages.id = due.id
     RETURNING messages.id, kind, audience, case_id, payload, invite, attempts, failure, first_attempt_at,
       (SELECT reference FROM cases WHERE cases.id = case_id) AS reference`,
    [app.now(), new Date(app.now().getTime() + LEASE_MS)],
  );
  return message;
}

async function recordSent(app: App, { id }: Claim, providerId: string): Promise<void> {
  await app.database.query(
    `UPDATE messages SET sent_at = $2, provider_id = $3, payload = NULL, invite = NULL, next_attempt_at = NULL,
       failed_at = NULL, failure = NULL
     WHERE id = $1`,
    [id, app.now(), providerId],
  );
}

async function recordRetry(app: App, { id }: Claim, at: number, reason: string): Promise<void> {
  await app.database.query(
    `UPDATE messages SET next_attempt_at = $2, failure = $3 WHERE id = $1 AND next_attempt_at IS NOT NULL`,
    [id, new Date(at), reason],
  );
}

/** Gives a message up that still waits: what it held is scrubbed, and staff are told. One that was sent or erased meanwhile is left be. */
export async function giveUp(
  app: App,
  message: Pick<Claim, 'id' | 'kind' | 'case_id' | 'reference'>,
  reason: string,
): Promise<void> {
  await transactionRetried(app, async (tx) => {
    // Erasing takes the case before its messages: so does this, or each would wait for the other.
    if (message.case_id) await lockCase(tx, message.case_id);
    const given = await tx.query(
      `UPDATE messages SET failed_at = $2, failure = $3, payload = NULL, invite = NULL, next_attempt_at = NULL
       WHERE id = $1 AND next_attempt_at IS NOT NULL RETURNING id`,
      [message.id, app.now(), reason],
    );
    if (given.length === 0 || message.kind === 'undelivered') return;
    await owe(app, tx, {
      kind: 'undelivered',
      audience: 'staff',
      to: app.environment.STAFF_EMAIL,
      words: undeliveredNotice({
        reference: message.reference ?? undefined,
        kind: message.kind,
        reason,
        site: app.environment.URL,
      }),
      ...(message.case_id && { caseId: message.case_id }),
    });
  });
  app.log(`Not delivered: ${message.kind} ${message.reference ?? message.id}: ${reason}`);
}

async function record(app: App, message: Claim, outcome: SendOutcome): Promise<keyof Delivered> {
  if (outcome.kind === 'sent') {
    await recordSent(app, message, outcome.providerId);
    return 'sent';
  }
  const next =
    outcome.kind === 'retry' &&
    nextAttempt(
      app.now().getTime(),
      message.first_attempt_at.getTime(),
      message.attempts,
      (app.randomBytes(1)[0] ?? 0) / 255,
      outcome.afterSeconds,
    );
  if (!next) {
    await giveUp(app, message, outcome.reason);
    return 'failed';
  }
  await recordRetry(app, message, next, outcome.reason);
  if (outcome.reason.startsWith(LOCKED_OUT)) {
    app.log(`Mail waits: the mail service refuses our key or our sender (${outcome.reason}).`);
  }
  return 'waiting';
}

/**
 * One attempt: an invitation that breaks a rule is not sent, however often it is tried. Nor is what was
 * tried so long ago that the mail service has forgotten its key, or it could arrive twice.
 */
async function attempt(app: App, send: Send, message: Claim): Promise<SendOutcome> {
  if (isKeyForgotten(app.now().getTime(), message.first_attempt_at.getTime())) {
    return { kind: 'refused', reason: message.failure ?? 'no attempt for a day' };
  }
  const rules = await faultyRules(message.payload, message.invite);
  if (rules.length > 0) return { kind: 'refused', reason: `invitation: ${rules.join(', ')}` };
  return send(message.payload, message.id);
}

/**
 * Sends every message that is due, one after another, until none is or `milliseconds` have passed.
 * Safe to run at any time and any number of times at once: a message is taken up by one runner,
 * and sent under one idempotency key with one body however often it is tried. Messages about one call
 * go to one mailbox in the order they were owed.
 */
export async function deliver(app: App, milliseconds: number): Promise<Delivered> {
  const delivered: Delivered = { sent: 0, waiting: 0, failed: 0 };
  if (!app.send) return delivered;
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const message = await claim(app);
    if (!message) break;
    delivered[await record(app, message, await attempt(app, app.send, message))] += 1;
  }
  return delivered;
}
