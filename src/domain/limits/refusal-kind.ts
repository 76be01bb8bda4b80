/** What was refused, as it is counted: by kind alone, so that a count says nothing of anybody. */
export const REFUSAL_KINDS = {
  'another site': 'Sent from a page of another site',
  'too much': 'Too much from one connection, or of one thing',
  'signed out': 'Sent to the desk without being signed in, or without fresh proof',
  'dead link': 'A link, key or code that does not work',
  'bad signature': 'Not signed by the mail service, by this site or by a passkey that signs in',
} as const;

export type RefusalKind = keyof typeof REFUSAL_KINDS;

/** Addresses that carry a key, of which a part or all may be wrong. */
const WITH_KEY = /^\/(?:your-enquiry|your-call|api\/bookings|api\/calendar|desk\/sign-in)\/[^/]+/;

/** Where programs answer for themselves with a signature or a ticket. */
const SIGNED = /^\/api\/(?:webhooks\/|deliver)/;

/** Ways to sign in, at which whatever is refused was tried and did not open the desk. */
const TRIED: Readonly<Record<string, RefusalKind>> = {
  '/desk/sign-in/code': 'dead link',
  '/desk/sign-in/passkey': 'bad signature',
};

/** What kind of refusal an answer is, by its status and the path that was asked for; undefined for what is counted nowhere. */
export function refusalKind(status: number, path: string): RefusalKind | undefined {
  if (status === 403) return 'another site';
  if (status === 429) return 'too much';
  if (status === 401) return SIGNED.test(path) ? 'bad signature' : 'signed out';
  if (status === 400 || status === 422) return TRIED[path.replace(/\/$/, '')];
  const isMissing = status === 404 || status === 410;
  return isMissing && WITH_KEY.test(path) ? 'dead link' : undefined;
}
