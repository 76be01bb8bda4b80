import { FAREWELL, type MailAudience, type MailKind, UNDELIVERED } from '../cases/mail-kinds.ts';

/** A message about a case, and what became of it; instants in milliseconds. */
export interface CaseMail {
  /** A MailKind, or what one was called once. */
  kind: string;
  audience: MailAudience;
  /** The call it is about. */
  bookingId?: string | undefined;
  /** When it was written, to be sent as soon as it could be. */
  at: number;
  /** How often it was tried. */
  attempts: number;
  sentAt?: number | undefined;
  /** Their mail service took it in. */
  deliveredAt?: number | undefined;
  /** Their mail service sent it back, or would not have it. */
  returnedAt?: number | undefined;
  /** We were told so. */
  returnKnownAt?: number | undefined;
  /** We gave it up. */
  failedAt?: number | undefined;
  /** It was not written: the address had had as many emails as one gets. */
  withheldAt?: number | undefined;
  /** Why the last attempt came to nothing. */
  failure?: string | undefined;
}

/** The last email a person was to have, of some about their case: a farewell goes to an address that they no longer use. */
export const lastEmail = (mail: readonly CaseMail[]): CaseMail | undefined =>
  mail.findLast(({ kind, audience }) => kind !== FAREWELL && audience === 'enquirer');

/** When we came to know that a message never arrived; undefined while none of that is so. */
export const knownLostAt = ({ returnKnownAt, failedAt }: CaseMail): number | undefined =>
  returnKnownAt ?? failedAt;

/** What is said of a message, and when that came to be so. */
interface MailTold {
  at: number;
  what: string;
  /** It never arrived. */
  lost: boolean;
}

/** Kinds that are called emails: that they went by email need not be said of them. */
const EMAILS = {
  'times offered': 'email with times to choose from',
  'link from the desk': 'email with their link',
  'link again': 'email with their link, which was asked for again',
  'new address': 'email with their link, at their new address',
} satisfies Partial<Record<MailKind, string>>;

/** Kinds whose own words do not go on after “the”. */
const NAMES = {
  ...EMAILS,
  [FAREWELL]: 'note to their old address',
} satisfies Partial<Record<MailKind, string>>;

const isNamed = (kind: string): kind is keyof typeof NAMES => Object.hasOwn(NAMES, kind);

/** What a kind of message is called, to go on after “the”. */
export const mailName = (kind: string): string => (isNamed(kind) ? NAMES[kind] : kind);

const nameOf = ({ kind, audience }: CaseMail) =>
  `The ${mailName(kind)}${audience === 'staff' ? ', to us,' : ''}`;

const because = ({ failure }: CaseMail) => (failure ? ` The reason: ${failure}.` : '');

const tries = ({ attempts }: CaseMail) => (attempts === 1 ? 'once' : `${attempts} times`);

function waiting(mail: CaseMail): string {
  if (mail.attempts === 0) return `${nameOf(mail)} is about to be sent.`;
  return `${nameOf(mail)} waits to be sent; it was tried ${tries(mail)}.${because(mail)}`;
}

/** What became of a message, in a sentence for staff. */
export function mailTold(mail: CaseMail): MailTold {
  const name = nameOf(mail);
  const sent = Object.hasOwn(EMAILS, mail.kind) ? 'was sent' : 'was sent by email';
  if (mail.returnedAt !== undefined) {
    const at = Math.max(mail.returnedAt, mail.sentAt ?? 0);
    return { at, lost: true, what: `${name} ${sent}, and sent back.` };
  }
  if (mail.failedAt !== undefined) {
    return {
      at: mail.failedAt,
      lost: true,
      what: `${name} could not be sent, and will not be tried again.${because(mail)}`,
    };
  }
  if (mail.withheldAt !== undefined) {
    const what = `${name} was not sent: we had sent that address as many emails as we send in an hour or a day.`;
    return { at: mail.withheldAt, lost: false, what };
  }
  if (mail.sentAt === undefined) return { at: mail.at, lost: false, what: waiting(mail) };
  const arrived = mail.deliveredAt === undefined ? '' : ' It arrived at their mail service.';
  return { at: mail.sentAt, lost: false, what: `${name} ${sent}.${arrived}` };
}

/** Whether a message is worth a line: of mail to ourselves only what has not gone out. */
export const isTold = ({ audience, kind, sentAt, returnedAt }: CaseMail): boolean =>
  audience === 'enquirer' ||
  (kind !== UNDELIVERED && (sentAt === undefined || returnedAt !== undefined));
