import type { Limits } from '../settings/limits.ts';

/** Who a call is with, as limits count it: the mailbox of the email, if one was given, and the number with its extension. */
export interface CallParty {
  mailbox: string | undefined;
  telephone: string;
}

/** What has as many calls to come as it can. */
export type FullParty = 'email' | 'telephone';

/**
 * Whether one more call may be booked beside those to come: undefined when it may, or what has enough already. A
 * number that different emails give is a switchboard, and has room for a whole office.
 */
export function fullParty(
  asked: CallParty,
  toCome: readonly CallParty[],
  limits: Limits['calls-to-come'],
): FullParty | undefined {
  const { mailbox, telephone } = asked;
  const ofMailbox = toCome.filter((call) => mailbox !== undefined && call.mailbox === mailbox);
  if (ofMailbox.length >= limits['one-email']) return 'email';
  const ofTelephone = toCome.filter((call) => call.telephone === telephone);
  const mailboxes = new Set([asked, ...ofTelephone].map((call) => call.mailbox));
  mailboxes.delete(undefined);
  const most = mailboxes.size > 1 ? limits.switchboard : limits['one-telephone'];
  return ofTelephone.length >= most ? 'telephone' : undefined;
}
