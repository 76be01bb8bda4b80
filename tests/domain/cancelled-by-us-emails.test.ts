import { expect, test } from 'vitest';
import {
  cancelledAsAskedEmail,
  cancelledByUsEmail,
  cancelledByUsNotice,
  timeGoneEmail,
} from '#emails/cancelled-by-us-emails.ts';
import { emailHtml, emailText } from '#emails/email-html.ts';
import { makeCallEmail } from '../support/make-call-email.ts';

const SITE = 'Reflective Practice Groups';
const againLink = 'https://example.org/your-enquiry/CASEKEY/callback/';

const YOUR_REFERENCE = `Your reference
--------------

ABCD2345

If you would rather talk, ring 01632 960 999, Monday to Friday, 9am to 6pm (UK time). Through Relay UK, dial 18001 before the number.

You can see, correct or erase what you sent us on your own page. Anyone who has this link can do the same, so pass it on with care.

Your own page: https://example.org/your-enquiry/CASEKEY/

-- 
${SITE}, 01632 960 999`;

test('the word that we have cancelled is sorry, and says where to choose another time', () => {
  const email = cancelledByUsEmail({ ...makeCallEmail(), againLink });
  expect(email.subject).toBe('We have had to cancel your callback: Tuesday 24 November, 11am');
  expect(email.preview).toBe('We are sorry. You can choose another time.');
  expect(emailText(email, SITE)).toBe(`Dear A. Person

We are sorry: we cannot ring you on Tuesday 24 November, 11am to 11:30am, UK time, so we have cancelled your callback.

A cancellation for your calendar comes with this email. A call that our invitation put in your calendar updates by itself. If you added it yourself, delete that entry.

Choose another time
-------------------

We have kept what you told us, so there is little to fill in again.

Choose another time: https://example.org/your-enquiry/CASEKEY/callback/

${YOUR_REFERENCE}`);
});

test('who asked us to cancel reads no apology, and where to choose another time', () => {
  const email = cancelledAsAskedEmail({ ...makeCallEmail(), againLink });
  expect(email.subject).toBe('Your callback is cancelled: Tuesday 24 November, 11am');
  expect(email.preview).toBe('As you asked. You can choose another time.');
  expect(emailText(email, SITE)).toBe(`Dear A. Person

As you asked, we have cancelled your callback on Tuesday 24 November, 11am to 11:30am, UK time. We will not ring you then.

A cancellation for your calendar comes with this email. A call that our invitation put in your calendar updates by itself. If you added it yourself, delete that entry.

If you would like another time
------------------------------

We have kept what you told us, so there is little to fill in again.

Choose another time: https://example.org/your-enquiry/CASEKEY/callback/

${YOUR_REFERENCE}`);
});

test('staff are told which of them cancelled, and nothing that opens anything', () => {
  const notice = cancelledByUsNotice(makeCallEmail(), 'rota@example.org', 'us');
  const text = emailText(notice, SITE);
  expect(notice.subject).toBe('ABCD2345 cancelled: Tuesday 24 November, 11am');
  expect(text).toMatch(
    /^The callback .*\n\nrota@example.org has cancelled this call at the desk\.\n\nDo not/,
  );
  expect(text).not.toContain('KEY');
});

test('somebody whose time could not be kept is offered the nearest, each a link', async () => {
  const start = Date.parse('2026-11-24T10:30:00Z');
  const times = [{ start, href: `${againLink}?start=2026-11-24T10%3A30%3A00%2B00%3A00` }];
  const email = timeGoneEmail({ ...makeCallEmail(), againLink, times });
  expect(email.subject).toBe('Please choose another time for your callback');
  expect(email.preview).toBe('We could not keep Tuesday 24 November, 11am for you.');
  expect(emailText(email, SITE)).toBe(`Dear A. Person

We are sorry: we could not keep the time you asked for, and will not ring you on Tuesday 24 November, 11am to 11:30am, UK time.

Times that are free (UK time)
-----------------------------

Tuesday 24 November, 10:30am: https://example.org/your-enquiry/CASEKEY/callback/?start=2026-11-24T10%3A30%3A00%2B00%3A00

See every free time: https://example.org/your-enquiry/CASEKEY/callback/

${YOUR_REFERENCE}`);
  expect(await emailHtml(email, SITE)).toContain('>Tuesday 24 November, 10:30am</a>');
});

test('and is told so where no time is free, and where to look again', () => {
  const email = timeGoneEmail({ ...makeCallEmail(), againLink, times: [] });
  expect(emailText(email, SITE)).toContain(
    `Choose another time\n-------------------\n\nNo time is free as we write. You can look again later, or ring us.\n\nLook for a free time: ${againLink}`,
  );
});
