import { FAREWELL, type MailKindTo } from './mail-kinds.ts';

/** What a kind of message is called to the person it is for, as one thing, to go on after “We sent you” or before “was delivered”. */
const NAMES = {
  acknowledgement: 'the acknowledgement',
  'acknowledgement of a complaint': 'the acknowledgement',
  'progress of a complaint': 'an email about how far we have got',
  'outcome of a complaint': 'an email with the outcome',
  'new address': 'your link, at your new address',
  'confirmation of a call': 'the confirmation of your call',
  'new time of a call': 'an email with the new time of your call',
  'cancellation of a call': 'the cancellation of your call',
  'corrected details of a call': 'an email with the corrected details of your call',
  [FAREWELL]: 'a note about your old address',
  'reminder of a call': 'a reminder of your call',
  'times offered': 'an email with times to choose from',
  'link from the desk': 'your link',
  'link again': 'your link, which was asked for again',
  'offer of other times': 'an email with other times for your call',
} satisfies Record<MailKindTo<'enquirer'>, string>;

const isNamed = (kind: string): kind is keyof typeof NAMES => Object.hasOwn(NAMES, kind);

/** What a kind of message is called to the person it is for; “an email” of a kind that is for staff, or that no mail is of any more. */
export const mailNameToYou = (kind: string): string => (isNamed(kind) ? NAMES[kind] : 'an email');
