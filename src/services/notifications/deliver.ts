import {
  type LeasedMessage,
  leaseMessage,
  recordGivenUp,
  recordRetry,
  recordSent,
} from '#data/message-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { isKeyForgotten, LEASE_MS, nextAttempt } from '#domain/delivery/retry.ts';
import { undeliveredNotice } from '#emails/enquiry-emails.ts';
import type { App } from '../app.ts';
import { lockCase } from '../cases/case.ts';
import { faultyRules } from './faulty-rules.ts';
import { LOCKED_OUT, type Send, type SendOutcome } from './mail-sender.ts';
import { enqueueMessage } from './outbox.ts';

/** What became of the messages one delivery took up. */
export interface Delivered {
  sent: number;
  waiting: number;
  failed: number;
}

const lease = ({ database, now }: App) =>
  leaseMessage(database, { now: now(), until: new Date(now().getTime() + LEASE_MS) });

/** Gives a message up that still waits: what it held is scrubbed, and staff are told. One that was sent or erased meanwhile is left be. */
export async function giveUp(
  app: App,
  message: Pick<LeasedMessage, 'id' | 'kind' | 'caseId' | 'reference'>,
  reason: string,
): Promise<void> {
  await transactionRetried(app, async (tx) => {
    // Erasing takes the case before its messages: so does this, or each would wait for the other.
    if (message.caseId) await lockCase(tx, message.caseId);
    const given = await recordGivenUp(tx, message.id, { failedAt: app.now(), failure: reason });
    if (!given || message.kind === 'undelivered') return;
    await enqueueMessage(app, tx, {
      kind: 'undelivered',
      audience: 'staff',
      to: app.environment.STAFF_EMAIL,
      words: undeliveredNotice({
        reference: message.reference ?? undefined,
        kind: message.kind,
        reason,
        site: app.environment.URL,
      }),
      ...(message.caseId && { caseId: message.caseId }),
    });
  });
  app.log(`Not delivered: ${message.kind} ${message.reference ?? message.id}: ${reason}`);
}

async function record(
  app: App,
  message: LeasedMessage,
  outcome: SendOutcome,
): Promise<keyof Delivered> {
  if (outcome.kind === 'sent') {
    const { providerId } = outcome;
    await recordSent(app.database, message.id, { sentAt: app.now(), providerId });
    return 'sent';
  }
  const next =
    outcome.kind === 'retry' &&
    nextAttempt(
      app.now().getTime(),
      message.firstAttemptAt.getTime(),
      message.attempts,
      (app.randomBytes(1)[0] ?? 0) / 255,
      outcome.afterSeconds,
    );
  if (!next) {
    await giveUp(app, message, outcome.reason);
    return 'failed';
  }
  const again = { nextAttemptAt: new Date(next), failure: outcome.reason };
  await recordRetry(app.database, message.id, again);
  if (outcome.reason.startsWith(LOCKED_OUT)) {
    app.log(`Mail waits: the mail service refuses our key or our sender (${outcome.reason}).`);
  }
  return 'waiting';
}

/**
 * One attempt: an invitation that breaks a rule is not sent, however often it is tried. Nor is what was
 * tried so long ago that the mail service has forgotten its key, or it could arrive twice.
 */
async function attempt(app: App, send: Send, message: LeasedMessage): Promise<SendOutcome> {
  if (isKeyForgotten(app.now().getTime(), message.firstAttemptAt.getTime())) {
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
 * go to one mailbox in the order they were enqueued.
 */
export async function deliver(app: App, milliseconds: number): Promise<Delivered> {
  const delivered: Delivered = { sent: 0, waiting: 0, failed: 0 };
  if (!app.send) return delivered;
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const message = await lease(app);
    if (!message) break;
    delivered[await record(app, message, await attempt(app, app.send, message))] += 1;
  }
  return delivered;
}
