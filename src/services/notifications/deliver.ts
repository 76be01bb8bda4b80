import { DatabaseUnavailableError } from '#data/errors.ts';
import { pauseMail, reserveTurn, untilTurn } from '#data/mail-pace-repository.ts';
import { firstWaitingBecause } from '#data/mail-trouble-repository.ts';
import {
  type LeasedMessage,
  leaseMessage,
  nextDue,
  recordGivenUp,
  recordRetry,
  recordSent,
  recordTurnedAway,
} from '#data/message-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import { UNDELIVERED } from '#domain/cases/mail-kinds.ts';
import { isKeyForgotten, LEASE_MS, nextAttempt } from '#domain/delivery/retry.ts';
import { MINUTE } from '#domain/time/day.ts';
import { undeliveredNotice } from '#emails/case-notices.ts';
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
  /** There is more to send, at once or within minutes, that this run has no time for. */
  unfinished: boolean;
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
    if (!given || message.kind === UNDELIVERED) return;
    await enqueueMessage(app, tx, {
      kind: UNDELIVERED,
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

type Fate = 'sent' | 'waiting' | 'failed';

async function recordAgain(
  app: App,
  message: LeasedMessage,
  { reason, afterSeconds }: Extract<SendOutcome, { kind: 'retry' }>,
): Promise<Fate> {
  const chance = (app.randomBytes(1)[0] ?? 0) / 255;
  const [now, first] = [app.now().getTime(), message.firstAttemptAt.getTime()];
  const next = nextAttempt(now, first, message.attempts, chance, afterSeconds);
  if (!next) {
    await giveUp(app, message, reason);
    return 'failed';
  }
  const again = { nextAttemptAt: new Date(next), failure: reason };
  await recordRetry(app.database, message.id, again);
  return 'waiting';
}

async function record(app: App, message: LeasedMessage, outcome: SendOutcome): Promise<Fate> {
  if (outcome.kind === 'sent') {
    const { providerId } = outcome;
    await recordSent(app.database, message.id, { sentAt: app.now(), providerId });
    return 'sent';
  }
  const { reason } = outcome;
  if (outcome.kind === 'refused') {
    await giveUp(app, message, reason);
    return 'failed';
  }
  if (outcome.kind === 'retry') return recordAgain(app, message, outcome);
  const ms = outcome.afterSeconds * 1000;
  const nextAttemptAt = new Date(app.now().getTime() + ms);
  await recordTurnedAway(app.database, message.id, { nextAttemptAt, failure: reason });
  if (outcome.all) await pauseMail(app.database, ms);
  if (reason.startsWith(LOCKED_OUT)) {
    app.log(`Mail waits: the mail service does not let it in (${reason}).`);
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

const faultOf = (error: unknown) => `fault: ${error instanceof Error ? error.name : 'unknown'}`;

/** What `write` came to; where it breaks, the message waits until its lease is over. */
async function orLeased(
  app: App,
  { kind, reference, id }: LeasedMessage,
  write: () => Promise<Fate>,
): Promise<Fate> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) throw error;
    app.log(`Delivering ${kind} ${reference ?? id}: nothing could be noted, ${faultOf(error)}`);
    return 'waiting';
  }
}

/** One attempt and what is written of it. A message that breaks the code that handles it stops no other. */
async function deliverOne(app: App, send: Send, message: LeasedMessage): Promise<Fate> {
  try {
    return await record(app, message, await attempt(app, send, message));
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) throw error;
    const reason = faultOf(error);
    app.log(`Delivering ${message.kind} ${message.reference ?? message.id}: ${reason}`);
    return orLeased(app, message, () => recordAgain(app, message, { kind: 'retry', reason }));
  }
}

/** Mails take now longer, now shorter on their way: a little apart from the pace, they keep it where they arrive. */
const SPARE = 1.2;

/** A turn that is no further away than this is a matter of the pace, and not of a pause the mail service asked for. */
const AT_PACE_MS = 5_000;

/** What is due within so long is handed on, if need be from run to run; what comes later is for the next request or sweep. */
const SOON_MS = 3 * MINUTE;

/**
 * Whether runs are to be kept going for what is due in `ms`. While the mail service lets nothing in, none are: each
 * would meet the same, and the database would stay awake for it.
 */
const isSoon = async ({ database }: App, ms: number): Promise<boolean> =>
  ms <= AT_PACE_MS || (ms <= SOON_MS && !(await firstWaitingBecause(database, LOCKED_OUT)));

type Turn = 'turn' | 'nothing due' | 'no time';

const laterTurn = async (app: App, ms: number): Promise<Turn> =>
  (await isSoon(app, ms)) ? 'no time' : 'nothing due';

/** Waits for the next message to be due, and for a turn to send it; says when there is nothing to wait for. */
async function waitForTurn(app: App, end: number): Promise<Turn> {
  const due = await nextDue(app.database);
  if (!due) return 'nothing due';
  const untilDue = Math.max(0, due.getTime() - app.now().getTime());
  if (performance.now() + untilDue >= end) return laterTurn(app, untilDue);
  await app.wait(untilDue);
  const apart = (1000 * SPARE) / app.environment.MAIL_PER_SECOND;
  const wait = await reserveTurn(app.database, { apart, within: end - performance.now() });
  if (wait === undefined) return laterTurn(app, await untilTurn(app.database));
  await app.wait(wait);
  return 'turn';
}

/**
 * Sends every message that is due, one after another, until none is or `milliseconds` have passed, at the pace
 * the mail service takes (MAIL_PER_SECOND, kept by all runs together); what comes due meanwhile as well.
 * Safe to run at any time and any number of times at once: a message is taken up by one runner,
 * and sent under one idempotency key with one body however often it is tried. Messages about one call
 * go to one mailbox in the order they were enqueued. The last attempt may begin at the very end.
 */
export async function deliver(app: App, milliseconds: number): Promise<Delivered> {
  const delivered: Delivered = { sent: 0, waiting: 0, failed: 0, unfinished: false };
  if (!app.send) return delivered;
  const end = performance.now() + milliseconds;
  for (;;) {
    const next = await waitForTurn(app, end);
    if (next !== 'turn') return { ...delivered, unfinished: next === 'no time' };
    const message = await lease(app);
    if (!message) return delivered;
    delivered[await deliverOne(app, app.send, message)] += 1;
  }
}
