import { EmailSchema } from './email-address.ts';
import { canonicalPhone } from './phone.ts';
import { readReference } from './reference.ts';

/**
 * By what somebody who asks about their data is found: an address in lower case, the reference of a case, or a number as
 * `canonicalPhone` has it.
 */
export type Subject =
  | { by: 'email'; email: string }
  | { by: 'reference'; reference: string }
  | { by: 'phone'; phoneNumber: string };

/** Whoever has an address, in any case. */
export const ofEmail = (email: string): Subject => ({ by: 'email', email: email.toLowerCase() });

/** By what somebody is found, as it was typed or read out; undefined when it is none of the three. */
export function readSubject(typed: string): Subject | undefined {
  const email = EmailSchema.safeParse(typed);
  if (email.success) return ofEmail(email.data);
  const reference = readReference(typed);
  if (reference) return { by: 'reference', reference };
  const phoneNumber = canonicalPhone(typed);
  return phoneNumber === undefined ? undefined : { by: 'phone', phoneNumber };
}
