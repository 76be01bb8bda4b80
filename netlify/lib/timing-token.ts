import { createHmac } from 'node:crypto';
import { same } from './keys.ts';

/** A form sent sooner than this after it was shown was not typed by a person. */
export const TOO_FAST_MS = 2_000;

const sign = (secret: string, shown: string) =>
  createHmac('sha256', secret).update(`form|${shown}`).digest('base64url').slice(0, 22);

/** A token for a form shown at `now`: the moment, signed so that it cannot be set back. */
export function makeTimingToken(secret: string, now: Date): string {
  const shown = now.getTime().toString(36);
  return `${shown}.${sign(secret, shown)}`;
}

/**
 * Whether the form that carries `token` came back too soon. A form without a token, or with one
 * this secret did not sign, is not judged on speed (service contract, section 4).
 */
export function isTooFast(token: string | undefined, secret: string, now: Date): boolean {
  const [shown = '', signature = ''] = token?.split('.') ?? [];
  if (!shown || !same(signature, sign(secret, shown))) return false;
  return now.getTime() - Number.parseInt(shown, 36) < TOO_FAST_MS;
}
