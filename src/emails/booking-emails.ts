import { CALL_NAMES } from '#domain/booking/booking.ts';
import {
  CALENDARS_FOLLOW,
  DECLINING,
  ENTRY_IS_RIGHT,
  GOOGLE_WAITS,
  NUMBER_GIVEN,
} from '#domain/booking/words.ts';
import {
  type CallState,
  callStateWords,
  type StateWords,
  wasInWords,
} from '#domain/cases/state-words.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { heading, lead, letterTo, paragraph, theLine, theLink } from './blocks.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

/** What every email about a call needs to know. Instants are in milliseconds. */
export interface CallEmail extends Slot {
  reference: string;
  kind: CallKind;
  /** When the email is written, for dates that need their year. */
  now: number;
  name: string;
  /** The number the caller gave, which we ring. */
  phone: string;
  email?: string | undefined;
  organisation?: string | undefined;
  topic?: string | undefined;
  /** The number of the line, and its hours as "Monday to Friday, 9am to 6pm". */
  phoneOfLine: string;
  hours: string;
  /** The site's address, without a slash after it. */
  site: string;
  /** Emails to staff repeat what was written (settings: staff-notices). */
  wordsInMail?: boolean | undefined;
}

/** What is said of a call in a state, in an email to the enquirer: it carries no number that was typed. */
export const wordsOf = (call: CallEmail, state: CallState): StateWords =>
  callStateWords(state, { ...call, phone: NUMBER_GIVEN, email: call.email, quarantineDays: 0 });

/** What an inbox shows of a call that will take place. */
export const ringsPreview = ({ reference }: CallEmail): string =>
  `We will ring you on ${NUMBER_GIVEN}. Your reference is ${reference}.`;

/** What an email to the enquirer needs besides: absolute addresses, each holding a key, so never for staff. */
export interface BookingEmail extends CallEmail {
  /** Their own page. */
  link: string;
  /** They sent nothing: we wrote down what they told us. */
  byHand?: boolean | undefined;
  rescheduleLink: string;
  cancelLink: string;
  /** Ways to put the call into a calendar by hand; only `ics` holds a key. */
  addLinks: { google: string; outlook: string; outlookWork: string; ics: string };
}

/** The time a moved call had before. */
export interface MovedCall {
  before: Slot;
}

/** For an address that hears of a call for the first time: every way into a calendar, offered this once. */
export const inYourCalendar = ({ addLinks }: BookingEmail): EmailBlock[] => [
  heading('Put it in your calendar'),
  paragraph(
    `An invitation comes with this email. ${GOOGLE_WAITS} If the call is not in your calendar, add it yourself:`,
  ),
  {
    kind: 'links',
    links: [
      { label: 'Add to Google Calendar', href: addLinks.google, htmlOnly: true },
      { label: 'Add to Outlook, personal account', href: addLinks.outlook, htmlOnly: true },
      {
        label: 'Add to Outlook, work or school account',
        href: addLinks.outlookWork,
        htmlOnly: true,
      },
      { label: 'Download the invitation (.ics file)', href: addLinks.ics },
    ],
  },
];

/**
 * For an address that was invited before: an entry made by hand cannot follow a call that has `moved`, and a second one
 * would be too many; where its time is `kept`, that entry is right as it is.
 */
export const yourCalendarFollows = (
  { addLinks }: BookingEmail,
  time: 'moved' | 'kept',
): EmailBlock[] => [
  heading('Your calendar'),
  paragraph(
    `An updated invitation comes with this email. ${time === 'moved' ? CALENDARS_FOLLOW : ENTRY_IS_RIGHT}`,
  ),
  {
    kind: 'links',
    links: [{ label: 'Download the invitation (.ics file)', href: addLinks.ics }],
  },
];

/** How a cancelled call leaves calendars. */
export const LEAVES_CALENDARS: EmailBlock = paragraph(
  `A cancellation for your calendar comes with this email. ${CALENDARS_FOLLOW}`,
);

type ChangeLinks = Pick<BookingEmail, 'rescheduleLink' | 'cancelLink'>;

/** Where a call is moved and cancelled. Never for staff: both addresses hold keys. */
export const changeLinks = ({ rescheduleLink, cancelLink }: ChangeLinks): EmailBlock[] => [
  { kind: 'link', label: 'Choose another time', href: rescheduleLink },
  { kind: 'link', label: 'Cancel the call', href: cancelLink, quiet: true },
];

/** How to move or cancel a call that has not started. Never for staff: both addresses hold keys. */
export const toChangeIt = (call: ChangeLinks): EmailBlock[] => [
  heading('If you need to change it'),
  paragraph(`You can move the call or cancel it until it starts. ${DECLINING.enquirer}`),
  ...changeLinks(call),
];

const ofCall = ({ kind }: CallEmail) => CALL_NAMES[kind];

const startOf = (call: CallEmail) => instantInWords(call.start, call.now);

/** What stands under the time of a call that will take place. */
export const whatFollows = (call: BookingEmail, calendar: readonly EmailBlock[]): EmailBlock[] => [
  paragraph(wordsOf(call, 'call-booked').next),
  ...toChangeIt(call),
  ...calendar,
  ...whereToAsk(call),
];

/** The reference, the line and their own page: what every email about a call says in the end. */
export const whereToAsk = (call: BookingEmail): EmailBlock[] => [
  ...yourReference(call),
  theLine(call.phoneOfLine, call.hours),
  ...theLink(call, { quiet: true }),
];

const yourReference = ({ reference }: CallEmail): EmailBlock[] => [
  heading('Your reference'),
  { kind: 'reference', text: reference },
];

/** To the enquirer: a call is booked; when, what happens, how to change it, their calendar, the line. */
export const bookedEmail = (call: BookingEmail): EmailWords => ({
  subject: `Your ${ofCall(call)} is booked: ${startOf(call)}`,
  preview: ringsPreview(call),
  blocks: [lead(wordsOf(call, 'call-booked').happened), ...whatFollows(call, inYourCalendar(call))],
  letter: letterTo(call.name, call.phoneOfLine),
});

/** To the enquirer: a call has another time; the time before, and all that `bookedEmail` says. */
export const movedEmail = (call: BookingEmail & MovedCall): EmailWords => ({
  subject: `Your ${ofCall(call)} has moved: ${startOf(call)}`,
  preview: ringsPreview(call),
  blocks: [
    lead(wordsOf(call, 'call-moved').happened),
    paragraph(wasInWords(call.before, call.now)),
    ...whatFollows(call, yourCalendarFollows(call, 'moved')),
  ],
  letter: letterTo(call.name, call.phoneOfLine),
});

/** To an address a call no longer goes by: it may be somebody else's, so it is told nothing but the time. */
export const handedOnEmail = (call: Omit<CallEmail, 'phone' | 'name'>): EmailWords => ({
  subject: `This address is no longer used for ${call.reference}`,
  preview: 'We will not write to you here about it again.',
  blocks: [
    lead(
      `The ${CALL_NAMES[call.kind]} on ${callInWords(call, call.now)}, now uses another email address. We will not write to you here about it again.`,
    ),
    paragraph(
      `A cancellation for the calendar of this address comes with this email. The call itself is still booked. ${CALENDARS_FOLLOW}`,
    ),
    theLine(call.phoneOfLine, call.hours),
  ],
  letter: letterTo(undefined, call.phoneOfLine),
});

/** To the enquirer: a call will not take place; their calendar, and how to book another. */
export const cancelledEmail = (call: BookingEmail): EmailWords => ({
  subject: `Your ${ofCall(call)} is cancelled: ${startOf(call)}`,
  preview: `We will not ring you then. Your reference is ${call.reference}.`,
  blocks: [
    lead(`${wordsOf(call, 'call-cancelled').happened} ${wordsOf(call, 'call-cancelled').next}`),
    LEAVES_CALENDARS,
    heading('If you would like another time'),
    paragraph('You can book another call from your own page.'),
    ...theLink(call),
    ...yourReference(call),
    theLine(call.phoneOfLine, call.hours),
  ],
  letter: letterTo(call.name, call.phoneOfLine),
});
