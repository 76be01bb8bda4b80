import * as z from 'zod';

/** One mailbox of a header: RFC 5322 `name-addr` or `addr-spec`, taken apart. */
export interface Address {
  name: string;
  address: string;
}

const SHAPE = /^(?:(?<name>[^<>]*)<(?<boxed>[^<>\s]+)>|(?<bare>[^<>\s]+))$/;
const QUOTED = /^"(?:[^"\\]|\\.)*"$/;
/** Characters RFC 5322 lets stand in a display name only inside quotes (the full stop is let be, as everywhere). */
const SPECIAL = /[()<>[\]:;@\\,"]/;
/** As browsers take an address: what a form may hold reaches the mailbox too. */
const AddrSpecSchema = z.email({ pattern: z.regexes.html5Email }).max(254);

/** Reads `email@example.org` or `Name <email@example.org>`; anything else, or a control character, is null. */
export function readAddress(text: string): Address | null {
  const parts = /\p{Cc}/u.test(text) ? null : SHAPE.exec(text.trim());
  const address = AddrSpecSchema.safeParse(parts?.groups?.boxed ?? parts?.groups?.bare);
  if (!address.success) return null;
  const name = (parts?.groups?.name ?? '').trim();
  if (QUOTED.test(name)) {
    return { name: name.slice(1, -1).replaceAll(/\\(.)/g, '$1'), address: address.data };
  }
  return SPECIAL.test(name) ? null : { name, address: address.data };
}
