import { createHmac } from 'node:crypto';
import { same, subkey } from '#services/keys.ts';

const sign = (secret: string, shown: string) =>
  createHmac('sha256', subkey(secret, 'forms')).update(shown).digest('base64url').slice(0, 22);

/**
 * A token for a form shown at `now` with required text left to type: the moment, signed so that it cannot
 * be set back. A form that is filled in for its reader carries none.
 */
export function makeTimingToken(secret: string, now: Date): string {
  const shown = now.getTime().toString(36);
  return `${shown}.${sign(secret, shown)}`;
}

/**
 * How long ago the form that carries `token` was shown, in milliseconds. Undefined without a token, or with
 * one this secret did not sign: such a form is not judged by its age (docs/api.md).
 */
export function ageOfForm(token: unknown, secret: string, now: Date): number | undefined {
  const [shown = '', signature = ''] = typeof token === 'string' ? token.split('.') : [];
  if (!shown || !same(signature, sign(secret, shown))) return undefined;
  return now.getTime() - Number.parseInt(shown, 36);
}

/** A page that was loaded again: browsers bring back what had been typed into it, so that its age says nothing. */
const isReload = (request: Request) =>
  /max-age=0|no-cache/.test(request.headers.get('cache-control') ?? '');

/** The token of a form that is shown empty to the reader of `request`; none where its age would say nothing. */
export const tokenForEmptyForm = (
  request: Request,
  secret: string,
  now: Date,
): string | undefined => (isReload(request) ? undefined : makeTimingToken(secret, now));
