import { describe, expect, test } from 'vitest';
import { bookedEmail } from '#emails/booking-emails.ts';
import { emailHtml, emailText } from '#emails/email-html.ts';
import { makeCallEmail } from '../support/make-call-email.ts';

const SITE = 'Reflective Practice Groups';

const DISCOVERY = { kind: 'discovery-call' } as const;

describe('to the enquirer', () => {
  test('a callback is booked', () => {
    const email = bookedEmail(makeCallEmail());
    expect(email.subject).toBe('Your callback is booked: Tuesday 24 November, 11am');
    expect(email.preview).toBe(
      'We will ring you on the number you gave us. Your reference is ABCD2345.',
    );
    expect(emailText(email, SITE)).toBe(`Dear A. Person

Your callback is booked for Tuesday 24 November, 11am to 11:30am, UK time.

We will ring you on the number you gave us, between 11am and 11:30am (UK time).

If you need to change it
------------------------

You can move the call or cancel it until it starts. Declining in your calendar does not cancel the call: use the link.

Choose another time: https://example.org/your-enquiry/CASEKEY/bookings/CALLKEY/reschedule/

Cancel the call: https://example.org/your-enquiry/CASEKEY/bookings/CALLKEY/cancel/

Put it in your calendar
-----------------------

An invitation comes with this email. Google Calendar shows an invitation from a new sender once you have answered it. If the call is not in your calendar, add it yourself:

Download the invitation (.ics file): https://example.org/api/bookings/CALLKEY/invite.ics

Your reference
--------------

ABCD2345

If you would rather talk, ring 01632 960 999, Monday to Friday, 9am to 6pm (UK time). Through Relay UK, dial 18001 before the number.

You can see, correct or erase what you sent us on your own page. Anyone who has this link can do the same, so pass it on with care.

Your own page: https://example.org/your-enquiry/CASEKEY/

-- 
Reflective Practice Groups, 01632 960 999`);
  });

  test('a discovery call is booked, in summer time and with its year when that is another', () => {
    const email = bookedEmail(
      makeCallEmail({
        ...DISCOVERY,
        start: Date.parse('2027-03-30T08:00:00Z'),
        end: Date.parse('2027-03-30T08:45:00Z'),
      }),
    );
    expect(email.subject).toBe('Your discovery call is booked: Tuesday 30 March 2027, 9am');
    const text = emailText(email, SITE);
    expect(text).toContain(
      'Your discovery call is booked for Tuesday 30 March 2027, 9am to 9:45am, UK time.',
    );
    expect(text).toContain(
      'We will ring you on the number you gave us, at 9am (UK time). The call is 45 minutes long.',
    );
  });

  test('addresses too long to read are labels in HTML', async () => {
    const markup = await emailHtml(bookedEmail(makeCallEmail()), SITE);
    expect(markup).toMatch(
      /<li[^>]*><a [^>]*href="https:\/\/calendar\.google\.com\/a"[^>]*>Add to Google Calendar<\/a><\/li>/,
    );
  });

  test('what was typed as a name greets only when it looks like one', () => {
    for (const name of ['visit example.org', 'Your account is closed: ring 01632 960 001']) {
      expect(emailText(bookedEmail(makeCallEmail({ name })), SITE)).toMatch(/^Hello\n\nYour/);
    }
  });
});
