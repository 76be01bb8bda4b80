import * as z from 'zod';
import { DAY } from '../time/day.ts';

/** Where somebody who finds a fault in the site's security can tell us. Nothing is published while it is left out. */
export const SecuritySchema = z.strictObject({
  contact: z
    .string()
    .regex(
      /^(?:mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https:\/\/\S+|tel:\+\d[\d-]+)$/,
      'Write an address, such as mailto:security@your-domain or https://your-domain/report/.',
    )
    .optional()
    .describe('Where faults in security are reported: a mailto:, https: or tel: address.'),
});

export type Security = z.infer<typeof SecuritySchema>;

/** For how long what it says is good: less than a year (RFC 9116, 2.5.5). Each build begins it afresh. */
const GOOD_FOR_MS = 364 * DAY;

/** The text of `/.well-known/security.txt` (RFC 9116), of a site built at `now` (milliseconds); undefined without a contact. */
export function securityTxt(
  { contact }: Security,
  { site, now }: { site: string; now: number },
): string | undefined {
  if (contact === undefined) return undefined;
  const expires = new Date(now + GOOD_FOR_MS).toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${new URL('/.well-known/security.txt', site).href}`,
    '',
  ].join('\n');
}
