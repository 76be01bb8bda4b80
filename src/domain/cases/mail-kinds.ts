/** Whom a message is for: the person of a case, who may have only asked, or staff. */
export type MailAudience = 'enquirer' | 'staff';

/** The last email to an address that a call goes by no longer: it begins nothing, and has no link. */
export const FAREWELL = 'farewell to an address';

/** Word to staff that a message could not be delivered: of this one nothing more is said. */
export const UNDELIVERED = 'undelivered';

/** Every kind of mail, and whom it is for. The outbox keeps kinds by these words, so none may be called something else. */
const AUDIENCES = {
  acknowledgement: 'enquirer',
  'acknowledgement of a complaint': 'enquirer',
  'progress of a complaint': 'enquirer',
  'outcome of a complaint': 'enquirer',
  'new address': 'enquirer',
  'confirmation of a call': 'enquirer',
  'new time of a call': 'enquirer',
  'cancellation of a call': 'enquirer',
  'corrected details of a call': 'enquirer',
  [FAREWELL]: 'enquirer',
  'reminder of a call': 'enquirer',
  'times offered': 'enquirer',
  'link from the desk': 'enquirer',
  'link again': 'enquirer',
  'offer of other times': 'enquirer',
  'enquiry notice': 'staff',
  'correction notice': 'staff',
  'complaint notice': 'staff',
  'complaint correction notice': 'staff',
  'notice of a call': 'staff',
  'notice of a moved call': 'staff',
  'notice of corrected details': 'staff',
  'notice of a cancelled call': 'staff',
  'withdrawal notice': 'staff',
  'erasure notice': 'staff',
  [UNDELIVERED]: 'staff',
  digest: 'staff',
  'unusual hour': 'staff',
  'link to sign in': 'staff',
} as const satisfies Record<string, MailAudience>;

export type MailKind = keyof typeof AUDIENCES;

const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(AUDIENCES, kind);

/** Whom a message of a kind is for; one that is called so no longer, for the person. */
export const audienceOf = (kind: string): MailAudience =>
  isMailKind(kind) ? AUDIENCES[kind] : 'enquirer';

/** The kinds of mail that are for somebody. */
export type MailKindTo<Audience extends MailAudience> = {
  [Kind in MailKind]: (typeof AUDIENCES)[Kind] extends Audience ? Kind : never;
}[MailKind];
