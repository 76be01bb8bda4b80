import type { CreateEmailOptions } from 'resend';
import type { Environment } from '../environment.ts';

/**
 * What one attempt to hand a message to the mail service came to. *Turned away*: it did not look at the message, which
 * waits for it, or for a person, and is as good as untried; `all` says that it looks at no other either.
 */
export type SendOutcome =
  | { kind: 'sent'; providerId: string }
  | { kind: 'turned away'; reason: string; afterSeconds: number; all: boolean }
  | { kind: 'retry'; reason: string; afterSeconds?: number }
  | { kind: 'refused'; reason: string };

/** Hands one message to the mail service under its idempotency key. Never throws. */
export type Send = (payload: CreateEmailOptions, key: string) => Promise<SendOutcome>;

/** The mail service gets this long to answer; its SDK has no timeout of its own. */
const TIMEOUT_MS = 10_000;

/** Answers that pass: the same request may succeed later. Every other 4xx will not. */
const PASSING = new Set([
  'concurrent_idempotent_requests',
  'internal_server_error',
  'application_error',
]);

/** It took too long to read us: it may or may not have read the whole. */
const TOO_SLOW = 408;

/** A key that was withdrawn: nothing gets in. */
const NO_KEY = 401;

/** The plan's mails of a day or a month are used up: nothing gets in. */
const QUOTAS = new Set(['daily_quota_exceeded', 'monthly_quota_exceeded']);

/**
 * Not let in: a key that was withdrawn, a domain that is not verified, a plan that is used up, too much for it, or
 * what its owner has shut. A person can fix that, so the mail waits for them; `GET /api/health` says so meanwhile.
 */
const NOT_LET_IN = new Set([NO_KEY, 403, 413, 451]);

/** How the reason begins, of mail that waits for a person to fix our way into the mail service. */
export const LOCKED_OUT = 'not let in: ';

/** How soon one message is tried again that was not let in. */
const ONE_SHUT_OUT_SECONDS = 15 * 60;

/** How soon one is tried again when none is let in: a person may have fixed it by then. */
const ALL_SHUT_OUT_SECONDS = 60;

/** The longest that we keep still because we were asked to: whoever fixes the cause would wait as long. */
const LONGEST_STILL_SECONDS = 15 * 60;

/** How long we keep still when we were too fast and are not told. */
const TOO_FAST_SECONDS = 1;

interface ResendError {
  name: string;
  message: string;
  statusCode: number | null;
}

/** Sorts an error of the mail service (Resend's error table) by what has to be done about it. */
export function judge(
  { name, statusCode }: ResendError,
  retryAfter: string | undefined,
): SendOutcome {
  const asked = Number(retryAfter);
  const afterSeconds = Number.isFinite(asked) && asked > 0 ? asked : undefined;
  if (name === 'rate_limit_exceeded') {
    const wait = afterSeconds ?? TOO_FAST_SECONDS;
    return { kind: 'turned away', reason: name, afterSeconds: wait, all: true };
  }
  const all = QUOTAS.has(name) || statusCode === NO_KEY;
  if (all || (statusCode !== null && NOT_LET_IN.has(statusCode))) {
    const wait = afterSeconds ?? (all ? ALL_SHUT_OUT_SECONDS : ONE_SHUT_OUT_SECONDS);
    return {
      kind: 'turned away',
      reason: `${LOCKED_OUT}${statusCode} ${name}`,
      afterSeconds: Math.min(wait, LONGEST_STILL_SECONDS),
      all,
    };
  }
  const passing =
    statusCode === null || statusCode >= 500 || statusCode === TOO_SLOW || PASSING.has(name);
  if (!passing) return { kind: 'refused', reason: name };
  const reason = statusCode === TOO_SLOW ? `${LOCKED_OUT}${statusCode} ${name}` : name;
  return { kind: 'retry', reason, ...(afterSeconds && { afterSeconds }) };
}

/** A sender that speaks to Resend, or to whatever answers at RESEND_BASE_URL. The SDK is loaded at the first send. */
export function resendSender({ RESEND_API_KEY, RESEND_BASE_URL }: Environment): Send {
  return async (payload, key) => {
    const { Resend } = await import('resend');
    const resend = new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {});
    try {
      const { data, error, headers } = await resend.emails.send(payload, {
        idempotencyKey: key,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (error) return judge(error, headers?.['retry-after']);
      // Taken only when it can say as what; the same key asks again without sending twice.
      return data.id
        ? { kind: 'sent', providerId: data.id }
        : { kind: 'retry', reason: 'no id in the answer' };
    } catch (error) {
      return { kind: 'retry', reason: error instanceof Error ? error.name : 'unknown' };
    }
  };
}
