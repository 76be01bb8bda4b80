import { expect, test } from 'vitest';
import { SITE_URL, testApp } from '../support/app.ts';
import { bringMailAbout } from '../support/bring-mail-about.ts';
import { everyRow } from '../support/every-row.ts';
import { KINDS_OF_LINK, kindsOf, linksIn } from '../support/links.ts';
import { answer } from '../support/site-doors.ts';

const t = testApp();

test('every link in every email can be fetched, as mail scanners do, and no row of any table changes', async () => {
  await bringMailAbout(t);
  const emails = t.mailbox.messages.map(({ email }) => email);
  const subjects = emails.map(({ subject }) => subject).join('\n');
  for (const kind of [
    /^We have your enquiry/m,
    /is booked/,
    /have changed/,
    /no longer used/,
    /has moved/,
    /is cancelled/,
    /^The link/m,
    /^Another time for/m,
    /^(?:A time|Times) for a callback/m,
    /^(?:A time|Times) for a discovery call/m,
    /^Reminder/m,
    /^We have had to cancel/m,
    /^Please choose another time/m,
    /^Sign in to the desk/m,
  ]) {
    expect(subjects).toMatch(kind);
  }
  const links = linksIn(emails, SITE_URL);
  expect(kindsOf(links)).toEqual(KINDS_OF_LINK);

  const before = await everyRow(t);
  expect(before.length).toBeGreaterThan(20);
  for (const link of links) {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await answer(new Request(link, { method }));
      const isOfDesk = /\/desk\/(cases\/|$)/.test(link);
      // A link is not found once its address was given up, or its case erased.
      expect(isOfDesk ? [303] : [200, 404, 409, 410], link).toContain(status);
      expect(headers.get('set-cookie'), link).toBeNull();
    }
  }
  expect(await everyRow(t)).toEqual(before);
  expect(t.mailbox.messages).toHaveLength(emails.length);
});
