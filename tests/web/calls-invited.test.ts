import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, count, mailTo } from '../support/bookings.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';

const t = testApp();

// Whatever browsers take as an address is booked for, written to and invited: a calendar refuses none of them.
test.each([
  'o&leary@example.org',
  "o'leary+calls@example.org",
  'a.b.c@example.org',
  '.begins.with.a.dot@example.org',
  'two..dots@example.org',
  'ends.with.a.dot.@example.org',
  '{braces}|bar=equals@example.org',
  '#hash/slash?ask@example.org',
  `${'l'.repeat(64)}@example.org`,
  'jane@xn--bcher-kva.example',
])('a call for %s is booked, and its invitation goes there', async (email) => {
  await booked(await bookDiscoveryCall(makeDiscoveryCall({ email })));
  const [mail, ...more] = mailTo(t, email);
  expect(more).toEqual([]);
  if (!mail) throw new Error(`Nothing was mailed to ${email}.`);
  expect(inviteIn(mail).text.replaceAll('\r\n ', '')).toContain(`:mailto:${email}`);
  expect(await count(t, 'messages WHERE failed_at IS NOT NULL')).toBe(0);
});
