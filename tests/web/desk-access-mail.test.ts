import { beforeEach, expect, test } from 'vitest';
import type { Email } from '../../netlify/dev/mailbox/email.ts';
import { SITE_URL, testApp } from '../support/app.ts';
import { mailTo } from '../support/bookings.ts';
import { bringMailAbout, bringStaffMailAbout } from '../support/bring-mail-about.ts';
import { linkTo, press } from '../support/desk-doors.ts';
import { expectRefused } from '../support/desk-world.ts';
import { kindsOf, linksIn, STAFF_KINDS_OF_LINK } from '../support/links.ts';
import { answer } from '../support/site-doors.ts';

const STAFF = 'staff@example.org';
const SIGN_IN = 'Sign in to the desk';

const t = testApp();
let mail: readonly Email[];

/** Somebody of the staff has every kind of mail, signs in by the link in one, and sends them all on to a stranger. */
beforeEach(async () => {
  await bringMailAbout(t);
  const used = linkTo(t, STAFF);
  t.setNow('2026-11-24T10:01:00Z');
  expect((await press(used)).status).toBe(303);
  t.setNow('2026-11-27T10:00:00Z');
  await bringStaffMailAbout(t);
  mail = mailTo(t, STAFF);
});

test('mail to staff is of every kind there is', () => {
  const subjects = mail.map(({ subject }) => subject).join('\n');
  for (const kind of [
    /^New enquiry /m,
    /^New callback /m,
    /^New discovery call /m,
    /^[A-Z2-9]{8} corrected: /m,
    /^[A-Z2-9]{8} moved to /m,
    /^[A-Z2-9]{8} cancelled: /m,
    /^Enquiry [A-Z2-9]{8} corrected: /m,
    /^[A-Z2-9]{8} withdrawn and erased$/m,
    /^[A-Z2-9]{8} erased: /m,
    /^Case [A-Z2-9]{8} erased at the desk$/m,
    /^A message was not delivered/m,
    /^Friday 27 November: /m,
    /^Sign in to the desk$/m,
  ]) {
    expect(subjects).toMatch(kind);
  }
});

test('no mail to staff holds a key, but the one with the link that signs in', () => {
  for (const email of mail) {
    const everything = JSON.stringify([email.subject, email.text, email.html, email.reply_to]);
    const keys = everything.match(/(?<![\w-])[\w-]{43}(?![\w-])/g) ?? [];
    const expected = email.subject === SIGN_IN ? [linkTo(t, STAFF).split('/').at(-2)] : [];
    expect([...new Set(keys)], email.subject).toEqual(expected);
  }
  expect(kindsOf(linksIn(mail, SITE_URL))).toEqual(STAFF_KINDS_OF_LINK);
});

test('a quotation of any mail to staff opens nothing, whatever is done with its links', async () => {
  const links = linksIn(mail, SITE_URL).filter((link) => !link.includes('/plan/'));
  expect(links.length).toBeGreaterThan(4);
  for (const link of links) {
    const isSignIn = link.includes('/desk/sign-in/');
    const open = (method: string) => () => answer(new Request(link, { method }));
    await expectRefused(t, open('GET'), isSignIn ? { status: 410 } : { status: 303 });
    await expectRefused(t, open('HEAD'), isSignIn ? { status: 410 } : { status: 303 });
    // The pages that mail leads to are read only: nothing can be posted to them by anybody.
    await expectRefused(t, open('POST'), isSignIn ? { status: 410 } : { status: 405 });
  }
});

test('a quotation of a link that signs in, sent on before it was used, ends with its 10 minutes', async () => {
  await answer(
    new Request(`${SITE_URL}/desk/sign-in/`, {
      method: 'POST',
      body: new URLSearchParams({ email: STAFF }),
    }),
  );
  const link = linkTo(t, STAFF);
  t.setNow('2026-11-27T10:10:00.001Z');
  await expectRefused(t, () => press(link), { status: 410 });
});
