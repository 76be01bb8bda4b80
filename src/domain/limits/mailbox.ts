/** Domains of one mail service that leaves dots in an address unread. */
const WITHOUT_DOTS = ['gmail.com', 'googlemail.com'];

/**
 * The mailbox an address leads to, as limits count it: in lower case, without what follows a plus sign, and
 * without dots where the mail service does not read them. However an address is varied, it is one mailbox.
 */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = splitAddress(email);
  const [bare = ''] = local.split('+', 1);
  const named = bare === '' ? local : bare;
  return WITHOUT_DOTS.includes(domain)
    ? `${named.replaceAll('.', '')}@${WITHOUT_DOTS[0]}`
    : `${named}@${domain}`;
}

/** How every address of the same mailbox begins, in lower case, and the domains it can be under. */
export function spellingsOf(email: string): { beginning: string; domains: readonly string[] } {
  const [, domain = ''] = splitAddress(email);
  const [local = ''] = mailboxOf(email).split('@', 1);
  return WITHOUT_DOTS.includes(domain)
    ? { beginning: local.slice(0, 1), domains: WITHOUT_DOTS }
    : { beginning: local, domains: [domain] };
}

function splitAddress(email: string): string[] {
  const plain = email.trim().toLowerCase();
  const at = plain.lastIndexOf('@');
  return [plain.slice(0, at), plain.slice(at + 1)];
}
