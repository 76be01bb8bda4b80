import { describe, expect, test } from 'vitest';
import { cancelledForEnquirer, enquirerEvent } from '#domain/booking/event-words.ts';
import { emailHtml, emailText } from '#emails/email-html.ts';
import { acknowledgement } from '#emails/enquiry-emails.ts';
import { CALL, ENQUIRY, MARKS, offer, PUBLIC_EMAILS } from '../support/public-emails.ts';

describe('mail to the public carries nothing that was typed', () => {
  test.each(Object.entries(PUBLIC_EMAILS))('%s', async (_, email) => {
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
