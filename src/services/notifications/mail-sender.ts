import type { CreateEmailOptions } from 'resend';
import type { Environment } from '../environment.ts';

/** What one attempt to hand a message to the mail service came to. */
export type SendOutcome =
  | { kind: 'sent'; providerId: string }
  | { kind: 'retry'; reason: string; afterSeconds?: number }
  | { kind: 'refused'; reason: string };

/** Hands one message to the mail service under its idempotency key. Never throws. */
export type Send = (payload: CreateEmailOptions, key: string) => Promise<SendOutcome>;

/** The mail service gets this long to answer; its SDK has no timeout of its own. */
const TIMEOUT_MS = 10_000;

/** Answers that pass: the same request may succeed later. Every other 4xx will not. */
const PASSING = new Set([
  'rate_limit_exceeded',
  'daily_quota_exceeded',
  'concurrent_idempotent_requests',
  'internal_server_error',
  'application_error',
]);

/**
 * Not let in: a key that was withdrawn, a domain that is not verified. A person can fix that within the
 * day, so the mail waits for them; `GET /api/health` says so meanwhile.
 */
const NOT_LET_IN = new Set([401, 403]);

/** How the reason begins, of mail that waits for a person to fix our way into the mail service. */
export const LOCKED_OUT = 'not let in: ';

interface ResendError {
  name: string;
  message: string;
  statusCode: number | null;
}

/** Sorts an error of the mail service into one worth trying again and one that is final (Resend's error table). */
export function judge(error: ResendError, retryAfter: string | undefined): SendOutcome {
  const { statusCode } = error;
  if (statusCode !== null && NOT_LET_IN.has(statusCode)) {
    return { kind: 'retry', reason: `${LOCKED_OUT}${statusCode} ${error.name}` };
  }
  const passing = statusCode === null || statusCode >= 500 || PASSING.has(error.name);
  if (!passing) return { kind: 'refused', reason: error.name };
  const afterSeconds = Number(retryAfter);
  return {
    kind: 'retry',
    reason: error.name,
    ...(Number.isFinite(afterSeconds) && afterSeconds > 0 && { afterSeconds }),
  };
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
      return error ? judge(error, headers?.['retry-after']) : { kind: 'sent', providerId: data.id };
    } catch (error) {
      return { kind: 'retry', reason: error instanceof Error ? error.name : 'unknown' };
    }
  };
}
