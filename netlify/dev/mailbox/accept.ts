import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Context, type Incoming, type Parts, readJson } from './context.ts';
import { EmailSchema } from './email.ts';
import type { Fault } from './faults.ts';
import type { Claim } from './idempotency.ts';
import { outcomeOf } from './outcome.ts';
import { refuseEmail } from './refused-email.ts';
import { type Answer, DROP, json, type Reply, refuse } from './reply.ts';
import type { Submission } from './store.ts';

/** Faults that come before anything is looked at. */
const FAILURES: { [Name in Fault]?: Reply } = {
  '500': refuse(500, 'application_error', 'An unexpected error occurred.'),
  '429': refuse(429, 'rate_limit_exceeded', 'Too many requests.', {
    'retry-after': '1',
    'ratelimit-limit': '2',
    'ratelimit-remaining': '0',
    'ratelimit-reset': '1',
  }),
  'daily-quota': refuse(
    429,
    'daily_quota_exceeded',
    'You have reached your daily email sending quota.',
  ),
  'monthly-quota': refuse(
    429,
    'monthly_quota_exceeded',
    'You have reached your monthly email sending quota.',
  ),
  drop: DROP,
};

/** What a key that cannot be used answers. */
const CONFLICTS = {
  different: refuse(
    409,
    'invalid_idempotent_request',
    'Same idempotency key used with a different request payload.',
  ),
  'in-progress': refuse(
    409,
    'concurrent_idempotent_requests',
    'Same idempotency key used while original request is still in progress.',
  ),
};

/** `POST /emails`: takes a message once, `{ id }`, or says as Resend would why not. */
export async function acceptEmail({ request, mailbox }: Context): Promise<Reply> {
  const fault = mailbox.faults.draw();
  const failure = FAILURES[fault] ?? refuseKey(request, mailbox);
  if (failure) return failure;
  const submission = readSubmission(request);
  if ('status' in submission) return submission;
  const reply = await takeOnce(submission, mailbox);
  return fault === 'drop-after-accept' ? DROP : reply;
}

function refuseKey(request: Incoming, { apiKey }: Parts): Answer | null {
  const key = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (key === undefined) {
    return refuse(401, 'missing_api_key', 'Missing API key in the authorization header.');
  }
  // Documented as 403 `invalid_api_key`; what the API really sends is this.
  if (apiKey !== null && key !== apiKey)
    return refuse(401, 'validation_error', 'API key is invalid');
  return null;
}

function readSubmission(request: Incoming): Submission | Answer {
  const key = request.headers.get('idempotency-key');
  if (key !== null && (key.length < 1 || key.length > 256)) {
    return refuse(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.');
  }
  const value = readJson(request);
  if (value === undefined) return refuse(400, 'validation_error', 'The body is not JSON.');
  const email = EmailSchema.safeParse(value);
  if (!email.success) return refuseEmail(value, email.error);
  const fingerprint = createHash('sha256').update(request.body).digest('hex');
  return { email: email.data, idempotency_key: key, fingerprint };
}

async function takeOnce(submission: Submission, mailbox: Parts): Promise<Reply> {
  const { idempotency_key: key, fingerprint } = submission;
  if (key === null) return take(submission, mailbox);
  const claim: Claim = mailbox.idempotency.claim(key, fingerprint);
  if (claim.kind === 'repeat') return json({ id: claim.id });
  if (claim.kind !== 'new') return CONFLICTS[claim.kind];
  try {
    return await take(submission, mailbox);
  } finally {
    mailbox.idempotency.release(key);
  }
}

async function take(submission: Submission, mailbox: Parts): Promise<Reply> {
  const { store, faults, webhook, automatic, closing } = mailbox;
  const cut = await wait(faults.state.delay, false, { signal: closing }).catch(() => true);
  if (cut) return DROP;
  const message = store.add(submission);
  const events = automatic ? outcomeOf(message).map((type) => store.record(message, type)) : [];
  webhook?.sendSoon(message, events);
  return json({ id: message.id });
}
