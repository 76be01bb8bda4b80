import { EnquirySchema } from '#domain/enquiry/enquiry.ts';
import { bookedEmail, cancelledEmail, handedOnEmail, movedEmail } from '#emails/booking-emails.ts';
import {
  cancelledAsAskedEmail,
  cancelledByUsEmail,
  timeGoneEmail,
} from '#emails/cancelled-by-us-emails.ts';
import {
  complaintAcknowledgement,
  complaintOutcomeEmail,
  complaintProgressEmail,
} from '#emails/complaint-emails.ts';
import { correctedEmail } from '#emails/corrected-call-email.ts';
import { deskLinkEmail } from '#emails/desk-link-email.ts';
import type { EmailWords } from '#emails/email-words.ts';
import { acknowledgement, newAddress } from '#emails/enquiry-emails.ts';
import { erasedCallEmail } from '#emails/erased-call-emails.ts';
import { linkAgain } from '#emails/link-again-email.ts';
import { offerEmail } from '#emails/offer-email.ts';
import { reminderEmail } from '#emails/reminder-emails.ts';
import { makeCallEmail } from './make-call-email.ts';
import { makeEnquiry } from './make-enquiry.ts';

/** What a stranger could type to have it mailed to an address that is not theirs; each has a mark of its own. */
const TYPED = {
  name: 'Visit name-mark.example',
  organisation: 'organisation-mark',
  topic: 'topic-mark',
  phone: '07700 900123',
  role: 'role-mark',
  when: 'when-mark',
  message: 'message-mark',
};
export const MARKS = /-mark|07700|900123|victim@/;

export const CALL = makeCallEmail({ ...TYPED, email: 'victim@example.org' });
const AGAIN = 'https://example.org/your-enquiry/CASEKEY/callback/';
const BEFORE = { start: CALL.start - 86_400_000, end: CALL.end - 86_400_000 };

export const ENQUIRY = {
  reference: CALL.reference,
  enquiry: EnquirySchema.parse(
    makeEnquiry({
      ...TYPED,
      topic: undefined,
      email: 'victim@example.org',
      people: 46,
      rhythm: 'weekly',
    }),
  ),
  phone: CALL.phoneOfLine,
  hours: CALL.hours,
  site: CALL.site,
  link: CALL.link,
};

const COMPLAINT = {
  ...ENQUIRY,
  complaint: {
    about: 'data' as const,
    name: TYPED.name,
    email: 'victim@example.org',
    message: TYPED.message,
  },
};

export const offer = (booked: boolean) =>
  offerEmail({
    ...CALL,
    booked: booked ? BEFORE : undefined,
    cannotTakePlace: false,
    times: [{ start: CALL.start, end: CALL.end, href: `${AGAIN}?start=then` }],
    others: AGAIN,
    words: undefined,
  });

/** Every email that goes to an address which someone typed, with all that a stranger could type in what it is made from. */
export const PUBLIC_EMAILS: Readonly<Record<string, EmailWords>> = {
  booked: bookedEmail(CALL),
  moved: movedEmail({ ...CALL, before: BEFORE }),
  cancelled: cancelledEmail(CALL),
  'handed on': handedOnEmail(CALL),
  corrected: correctedEmail({
    ...CALL,
    isFirstHere: true,
    cannotTakePlace: false,
    linksEnded: true,
  }),
  'corrected at a blocked time': correctedEmail({
    ...CALL,
    isFirstHere: false,
    cannotTakePlace: true,
    linksEnded: false,
  }),
  reminder: reminderEmail(CALL),
  'cancelled by us': cancelledByUsEmail({ ...CALL, againLink: AGAIN }),
  'cancelled as asked': cancelledAsAskedEmail({ ...CALL, againLink: AGAIN }),
  'time gone': timeGoneEmail({
    ...CALL,
    againLink: AGAIN,
    times: [{ start: CALL.start, href: `${AGAIN}?start=then` }],
  }),
  erased: erasedCallEmail(CALL),
  'a time offered': offer(false),
  'another time offered': offer(true),
  acknowledgement: acknowledgement(ENQUIRY),
  'new address': newAddress(ENQUIRY),
  'complaint received': complaintAcknowledgement({ ...COMPLAINT, next: 'We will look into it.' }),
  'complaint under way': complaintProgressEmail({ ...COMPLAINT, words: 'We have asked.' }),
  'outcome of a complaint': complaintOutcomeEmail({ ...COMPLAINT, words: 'We got it wrong.' }),
  'link from the desk': deskLinkEmail({ ...CALL, siteName: 'Site', enquired: true }),
  'link again': linkAgain({
    ...CALL,
    cases: [
      {
        reference: CALL.reference,
        link: CALL.link,
        isComplaint: false,
        enquired: true,
        calls: [{ kind: CALL.kind, start: CALL.start, cancelled: false }],
      },
    ],
  }),
};
