import { describe, expect, test } from 'vitest';
import { emailText } from '#emails/email-html.ts';
import { linkAgain } from '#emails/link-again-email.ts';

const SITE = 'Reflective Practice Groups';

describe('to somebody who has lost a link', () => {
  const now = Date.parse('2026-11-30T10:00:00Z');
  const enquiry = { isComplaint: false, enquired: true, calls: [] };
  const line = { phoneOfLine: '01632 960 999', hours: 'Monday to Friday, 9am to 6pm', now };
  const one = { reference: 'ABCD2345', link: 'https://example.org/your-enquiry/ONE/', ...enquiry };
  const two = { reference: 'EFGH6789', link: 'https://example.org/your-enquiry/TWO/', ...enquiry };

  test('the link goes with its reference', () => {
    const email = linkAgain({ cases: [one], ...line });
    expect(email.subject).toBe('The link to what you sent us');
    expect(email.preview).toBe('Your reference is ABCD2345.');
    expect(emailText(email, SITE)).toBe(`Hello

Here is the link to what you sent us.

Someone has asked for it on our site, with this email address. If it was not you, there is nothing you need to do: this email has come to you alone.

Your enquiry (ABCD2345): https://example.org/your-enquiry/ONE/

Anyone who has a link can see, correct or erase what it leads to, so pass it on with care.

If you would rather talk, ring 01632 960 999, Monday to Friday, 9am to 6pm (UK time). Through Relay UK, dial 18001 before the number.

-- 
Reflective Practice Groups, 01632 960 999`);
  });

  test('to a case that we wrote down does not say that they sent it', () => {
    const email = linkAgain({ cases: [{ ...one, byHand: true }], ...line });
    expect(email.subject).toBe('The link to what we have from you');
    expect(emailText(email, SITE)).not.toContain('you sent');
  });

  const call = (day: string, cancelled = false) => ({
    kind: 'discovery-call' as const,
    start: Date.parse(`${day}T14:30:00Z`),
    cancelled,
  });
  const eighth = call('2026-12-08');
  const off = call('2026-12-09', true);

  test.each([
    ['Your enquiry', enquiry],
    ['Your enquiry and discovery call on Tuesday 8 December', { ...enquiry, calls: [eighth, off] }],
    ['Your enquiry and 2 calls', { ...enquiry, calls: [eighth, eighth] }],
    ['Your enquiry', { ...enquiry, calls: [off] }],
    ['Your discovery call on Tuesday 8 December', { enquired: false, calls: [eighth] }],
    ['Your cancelled discovery call on Wednesday 9 December', { enquired: false, calls: [off] }],
    [
      'Your discovery call on Friday 8 January 2027',
      { enquired: false, calls: [call('2027-01-08')] },
    ],
    ['Your complaint', { isComplaint: true }],
    ['Your own page', { enquired: false }],
  ])('a link is called %s', (label, what) => {
    const email = linkAgain({ cases: [{ ...one, ...what }], ...line });
    expect(emailText(email, SITE)).toContain(`\n${label} (ABCD2345): ${one.link}\n`);
  });

  test('several links go in one email', () => {
    const email = linkAgain({ cases: [two, one], ...line });
    expect(email.subject).toBe('The links to what you sent us');
    expect(email.preview).toBe('Your references are EFGH6789 and ABCD2345.');
    const text = emailText(email, SITE);
    expect(text).toContain('Here are the links to what you sent us.\n\nSomeone has asked for them');
    expect(text.match(/https\S+/g)).toEqual([two.link, one.link]);
  });
});
