import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, count } from '../support/bookings.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';

// What the privacy notice says goes after a while, against the schedules that see to it. The periods that settings give,
// and that of the audit, the page and the code read from one place.

const t = testApp();

const NOTICE = readFileSync('content/pages/privacy.mdx', 'utf8');

/** The hours between two runs that erase, at most: they run at night. */
const ERASING = readFileSync('netlify/functions/job-erase.ts', 'utf8');

test('the fingerprint of a form goes within two days: after one, on the night that follows', async () => {
  await sendEnquiry();
  expect(await count(t, 'submissions')).toBe(1);
  t.setNow('2026-11-25T09:59:00Z');
  await runJob(t.app, 'erase');
  expect(await count(t, 'submissions')).toBe(1);
  t.setNow('2026-11-25T10:01:00Z');
  await runJob(t.app, 'erase');
  expect(await count(t, 'submissions')).toBe(0);
  expect(ERASING).toMatch(/schedule: '0 [\d,]+ \* \* \*'/);
  expect(NOTICE).toContain('fingerprint of what was sent, for two days at most');
});

test('what limits are counted by goes after 24 hours, with the next run that sends mail', async () => {
  await booked(await bookDiscoveryCall(makeDiscoveryCall()));
  expect(await count(t, 'limit_uses')).toBeGreaterThan(1);
  t.setNow('2026-11-25T10:01:00Z');
  await runJob(t.app, 'deliver');
  expect(await count(t, 'limit_uses')).toBe(0);
  expect(NOTICE).toContain('for 24 hours and the few until it next clears up');
});

test('the words of an email go once it has been sent, and whether it arrived stays with the case', async () => {
  await sendEnquiry();
  expect(await count(t, 'messages WHERE payload IS NOT NULL')).toBe(0);
  expect(await count(t, 'messages WHERE sent_at IS NOT NULL')).toBeGreaterThan(0);
});
