/** What was refused, as it is counted: by kind alone, so that a count says nothing of anybody. */
export const REFUSAL_KINDS = {
  'another site': 'Sent from a page of another site',
  'too much': 'Too much from one connection, or of one thing',
  'signed out': 'Sent to the desk without being signed in, or without fresh proof',
  'dead link': 'A link or key that does not work',
  'bad signature': 'Not signed by the mail service or by this site',
} as const;

export type RefusalKind = keyof typeof REFUSAL_KINDS;

/** Addresses that carry a key, of which a part or all may be wrong. */
const WITH_KEY = /^\/(?:your-enquiry|your-call|api\/bookings|api\/calendar|desk\/sign-in)\/[^/]+/;

/** Where programs answer for themselves with a signature or a ticket. */
const SIGNED = /^\/api\/(?:webhooks\/|deliver)/;

/** What kind of refusal an answer is, by its status and the path that was asked for; undefined for what is counted nowhere. */
export function refusalKind(status: number, path: string): RefusalKind | undefined {
  if (status === 403) return 'another site';
  if (status === 429) return 'too much';
  if (status === 401) return SIGNED.test(path) ? 'bad signature' : 'signed out';
  const isMissing = status === 404 || status === 410;
  return isMissing && WITH_KEY.test(path) ? 'dead link' : undefined;
}
