import { describe, expect, test } from 'vitest';
import { cancelledForEnquirer, enquirerEvent } from '#domain/booking/event-words.ts';
import { EnquirySchema } from '#domain/enquiry/enquiry.ts';
import { bookedEmail, cancelledEmail, handedOnEmail, movedEmail } from '#emails/booking-emails.ts';
import { cancelledByUsEmail, timeGoneEmail } from '#emails/cancelled-by-us-emails.ts';
import { correctedEmail } from '#emails/corrected-call-email.ts';
import { emailHtml, emailText } from '#emails/email-html.ts';
import type { EmailWords } from '#emails/email-words.ts';
import { acknowledgement, newAddress } from '#emails/enquiry-emails.ts';
import { erasedCallEmail } from '#emails/erased-call-emails.ts';
import { offerEmail } from '#emails/offer-email.ts';
import { reminderEmail } from '#emails/reminder-emails.ts';
import { makeCallEmail } from '../support/make-call-email.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';

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
const MARKS = /-mark|07700|900123|victim@/;

const CALL = makeCallEmail({ ...TYPED, email: 'victim@example.org' });
const AGAIN = 'https://example.org/your-enquiry/CASEKEY/callback/';
const BEFORE = { start: CALL.start - 86_400_000, end: CALL.end - 86_400_000 };

const ENQUIRY = {
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

const offer = (booked: boolean) =>
  offerEmail({
    ...CALL,
    booked: booked ? BEFORE : undefined,
    cannotTakePlace: false,
    times: [{ start: CALL.start, end: CALL.end, href: AGAIN }],
    others: AGAIN,
    words: undefined,
  });

/** Every email that goes to an address which someone typed. */
const EMAILS: Readonly<Record<string, EmailWords>> = {
  booked: bookedEmail(CALL),
  moved: movedEmail({ ...CALL, before: BEFORE }),
  cancelled: cancelledEmail(CALL),
  'handed on': handedOnEmail(CALL),
  corrected: correctedEmail({ ...CALL, isFirstHere: true, cannotTakePlace: false }),
  'corrected at a blocked time': correctedEmail({
    ...CALL,
    isFirstHere: false,
    cannotTakePlace: true,
  }),
  reminder: reminderEmail(CALL),
  'cancelled by us': cancelledByUsEmail({ ...CALL, againLink: AGAIN }),
  'time gone': timeGoneEmail({
    ...CALL,
    againLink: AGAIN,
    times: [{ start: CALL.start, href: AGAIN }],
  }),
  erased: erasedCallEmail(CALL),
  'a time offered': offer(false),
  'another time offered': offer(true),
  acknowledgement: acknowledgement(ENQUIRY),
  'new address': newAddress(ENQUIRY),
};

describe('mail to the public carries nothing that was typed', () => {
  test.each(Object.entries(EMAILS))('%s', async (_, email) => {
    const said = [
      email.subject,
      email.preview,
      emailText(email, 'Site'),
      await emailHtml(email, 'Site'),
    ];
    for (const words of said) expect(words).not.toMatch(MARKS);
  });

  test('but a name that looks like one', () => {
    const named = { ...ENQUIRY, enquiry: { ...ENQUIRY.enquiry, name: 'Ada O’Person' } };
    expect(emailText(acknowledgement(named), 'Site')).toMatch(/^Dear Ada O’Person\n/);
  });

  test('but by which ways we answer, as the page after enquiring says', () => {
    const says = (given: object) =>
      emailText(acknowledgement({ ...ENQUIRY, enquiry: { ...ENQUIRY.enquiry, ...given } }), 'Site');
    expect(says({})).toContain(
      'We will read it and write to you at this address, or ring you on the number you gave us.',
    );
    expect(says({ phone: undefined })).toContain(
      'We will read it and write to you at this address.',
    );
  });

  test('nor does an invitation, or its end', () => {
    for (const event of [
      enquirerEvent(CALL, 'Site', CALL.link),
      cancelledForEnquirer(CALL, 'Site'),
    ]) {
      expect(JSON.stringify(event)).not.toMatch(MARKS);
    }
  });

  test('the plan is a link, and its numbers are in that link alone', () => {
    const text = emailText(acknowledgement(ENQUIRY), 'Site');
    expect(text).toContain('See your plan: https://example.org/plan/?people=46&rhythm=weekly');
    expect(text.match(/46/g)).toHaveLength(1);
  });

  test('one time that is offered is spoken of as one', () => {
    const text = emailText(offer(false), 'Site');
    expect(text).toContain('This time is free as we write, and is not reserved.');
    expect(text).not.toMatch(/These times|Times to choose|suits you. Choose/);
  });
});
