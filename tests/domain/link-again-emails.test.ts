import { describe, expect, test } from 'vitest';
import { emailText } from '#emails/email-html.ts';
import { linkAgain } from '#emails/link-again-email.ts';

const SITE = 'Reflective Practice Groups';

describe('to somebody who has lost a link', () => {
  const line = { phoneOfLine: '01632 960 999', hours: 'Monday to Friday, 9am to 6pm' };
  const one = { reference: 'ABCD2345', link: 'https://example.org/your-enquiry/ONE/' };
  const two = { reference: 'EFGH6789', link: 'https://example.org/your-enquiry/TWO/' };

  test('the link goes with its reference', () => {
    const email = linkAgain({ cases: [one], ...line });
    expect(email.subject).toBe('The link to what you sent us');
    expect(email.preview).toBe('Your reference is ABCD2345.');
    expect(emailText(email, SITE)).toBe(`Hello

Here is the link to what you sent us.

Someone has asked for it on our site, with this email address. If it was not you, there is nothing you need to do: this email has come to you alone.

Open ABCD2345: https://example.org/your-enquiry/ONE/

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

  test('several links go in one email', () => {
    const email = linkAgain({ cases: [two, one], ...line });
    expect(email.subject).toBe('The links to what you sent us');
    expect(email.preview).toBe('Your references are EFGH6789 and ABCD2345.');
    const text = emailText(email, SITE);
    expect(text).toContain('Here are the links to what you sent us.\n\nSomeone has asked for them');
    expect(text.match(/https\S+/g)).toEqual([two.link, one.link]);
  });
});
