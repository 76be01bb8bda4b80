import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import {
  bookedByUsNotice,
  bookedNotice,
  cancelledNotice,
  correctedCallNotice,
  movedNotice,
} from '#emails/booking-notices.ts';
import { erasureNotice, undeliveredNotice, withdrawalNotice } from '#emails/case-notices.ts';
import { digestEmail } from '#emails/digest-emails.ts';
import { emailHtml, emailText } from '#emails/email-html.ts';
import type { EmailWords } from '#emails/email-words.ts';
import { correctionNotice, enquiryNotice } from '#emails/enquiry-emails.ts';
import { erasedCallNotice } from '#emails/erased-call-emails.ts';
import { signInEmail } from '#emails/sign-in-email.ts';
import { unusualHourEmail } from '#emails/unusual-hour-email.ts';
import { makeCallEmail } from '../support/make-call-email.ts';
import { full } from '../support/make-digest.ts';
import { CALL, ENQUIRY, PUBLIC_EMAILS } from '../support/public-emails.ts';

const SITE = 'Reflective Practice Groups';

const moved = { ...CALL, before: { start: CALL.start - 86_400_000, end: CALL.end - 86_400_000 } };

const STAFF_EMAILS: Readonly<Record<string, EmailWords>> = {
  enquiry: enquiryNotice(ENQUIRY),
  'enquiry corrected': correctionNotice(ENQUIRY),
  booked: bookedNotice(CALL),
  'booked by us': bookedByUsNotice(CALL, 'staff@example.org'),
  moved: movedNotice(moved),
  corrected: correctedCallNotice(CALL),
  cancelled: cancelledNotice(CALL),
  'call erased': erasedCallNotice(CALL),
  erased: erasureNotice(CALL.reference),
  withdrawn: withdrawalNotice(CALL.reference),
  undelivered: undeliveredNotice({ ...CALL, kind: 'acknowledgement', reason: 'refused' }),
  'sign in': signInEmail('https://example.org/desk/sign-in/KEY/'),
  'unusual hour': unusualHourEmail({ cases: 31, emailsWithheld: 1, site: CALL.site }),
};

const page = async (email: EmailWords) => load(await emailHtml(email, SITE));

/** What is read in a mail program that shows markup. */
async function read(email: EmailWords): Promise<string> {
  const $ = await page(email);
  $('head, [hidden]').remove();
  return $('body').text();
}

const addresses = (email: EmailWords) => emailText(email, SITE).match(/https?:\S+/g) ?? [];

describe.each(Object.entries(PUBLIC_EMAILS))('to the public: %s', (_, email) => {
  test('is a letter: a greeting, what it is about, and who writes', () => {
    expect(emailText(email, SITE)).toMatch(/^(?:Dear .+|Hello)\n\n/);
    expect(emailText(email, SITE)).toContain(`-- \n${SITE}, 01632 960 999`);
    expect(email.blocks[0]?.kind).toBe('lead');
  });

  test('says when we can be rung, once', async () => {
    const hours = /Monday to Friday, 9am to 6pm/g;
    expect(emailText(email, SITE).match(hours)).toHaveLength(1);
    expect((await read(email)).match(hours)).toHaveLength(1);
  });
});

describe.each(Object.entries(STAFF_EMAILS))('to staff: %s', (_, email) => {
  test('begins with what it is about', () => {
    expect(email.letter).toBeUndefined();
    expect(email.blocks[0]?.kind).toBe('lead');
  });
});

describe.each(Object.entries({ ...PUBLIC_EMAILS, ...STAFF_EMAILS, digest: digestEmail(full) }))(
  'to anyone: %s',
  (_, email) => {
    test('shows no address where there is markup, and has one thing to do at most', async () => {
      expect(await read(email)).not.toMatch(/https?:/);
      expect((await page(email))('td.button').length).toBeLessThan(2);
    });

    test('is without script or pictures, and has a title', async () => {
      const $ = await page(email);
      expect($('script, img')).toHaveLength(0);
      expect($('title').text()).toBe(email.subject);
    });
  },
);

test.each(Object.entries({ ...PUBLIC_EMAILS, ...STAFF_EMAILS }))(
  'no address stands twice in the text of: %s',
  (_, email) => {
    const all = addresses(email);
    expect(all).toEqual([...new Set(all)]);
  },
);

test('nobody is told not to ring and given a number to ring', () => {
  const text = emailText(cancelledNotice(makeCallEmail()), SITE);
  expect(text).toContain('Do not ring.');
  expect(text).toContain('Number they gave:\n01632 960 001');
  expect(text).not.toContain('Number to ring');
});

test('a complaint that is ended speaks of no answer to come', () => {
  const text = emailText(PUBLIC_EMAILS['outcome of a complaint'] as EmailWords, SITE);
  expect(text).toContain('If you are not satisfied with our answer, you can complain to the ICO');
  expect(text).toContain('Complain to the ICO: https://ico.org.uk/make-a-complaint/');
});
