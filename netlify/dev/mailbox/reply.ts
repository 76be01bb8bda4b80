/** What a route says: an HTTP answer, or `DROP`, which closes the socket without one. */
export type Reply = Answer | typeof DROP;

/** An HTTP answer, whole. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** The connection is lost: nothing is written, and the client cannot know what happened. */
export const DROP = Symbol('drop');

/** The error names of Resend's API that this mailbox gives (https://resend.com/docs/api-reference/errors), and its own `not_implemented`. */
export type RefusalName =
  | 'application_error'
  | 'concurrent_idempotent_requests'
  | 'daily_quota_exceeded'
  | 'invalid_attachment'
  | 'invalid_from_address'
  | 'invalid_idempotency_key'
  | 'invalid_idempotent_request'
  | 'method_not_allowed'
  | 'missing_api_key'
  | 'missing_required_field'
  | 'monthly_quota_exceeded'
  | 'not_found'
  | 'not_implemented'
  | 'rate_limit_exceeded'
  | 'security_error'
  | 'validation_error';

/** A JSON answer. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** Resend's error shape: `{ statusCode, name, message }` under the same HTTP status. */
export function refuse(
  statusCode: number,
  name: RefusalName,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  return json({ statusCode, name, message }, statusCode, headers);
}
