import { expect, test } from 'vitest';
import { loadFunctions, matchFunction } from '../../netlify/local/functions.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import { keyIn } from '../support/bookings.ts';
import { everyRow } from '../support/every-row.ts';
import { KINDS_OF_LINK, kindsOf, linksIn } from '../support/links.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const t = testApp();

const functions = await loadFunctions();

/** Answers a request as the site would, whichever function its address belongs to. */
function answer(request: Request): Promise<Response> {
  const matched = matchFunction(functions, request.url);
  if (!matched) throw new Error(`Nothing answers ${request.url}.`);
  return call(matched.candidate.handle as Parameters<typeof call>[0], request, matched.params);
}

async function sent(request: Request): Promise<{ link: string; booking: string }> {
  const response = await answer(request);
  expect(response.ok, request.url).toBe(true);
  return (await response.json()) as { link: string; booking: string };
}

const EMAIL = 'person@example.org';
const STAFF = 'staff@example.org';
const PLAN = { people: 46, rhythm: 'monthly', sessions: 12 };

/** Has every kind of email sent that goes to an enquirer or to staff. */
async function bringMailAbout(): Promise<void> {
  const { link } = await sent(postJson('/api/enquiries', makeEnquiry({ email: EMAIL, ...PLAN })));
  const joins = { case: keyIn(link), email: EMAIL };
  const book = (start: string) =>
    sent(postJson('/api/discovery-calls', makeDiscoveryCall({ ...joins, start })));
  await sent(postJson('/api/callbacks', makeCallback(joins)));
  await book('2026-11-30T11:00:00+00:00');
  const { booking } = await book('2026-12-01T11:00:00+00:00');
  const corrected = { name: 'B. Person', phone: '01632 960 002', email: 'other@example.org' };
  const path = `${new URL(link).pathname}bookings/${booking}/correct/`;
  await answer(postForm(path, { ...corrected, organisation: 'Example County Council' }));
  await sent(
    postJson(`/api/bookings/${booking}/reschedule`, { start: '2026-12-02T11:00:00+00:00' }),
  );
  await sent(postJson(`/api/bookings/${booking}/cancel`, {}));
  await answer(postForm('/your-enquiry/', { email: EMAIL }));
  await answer(postForm('/desk/sign-in/', { email: STAFF }));
  t.setNow('2026-11-27T09:00:00Z');
  for (const job of ['job-remind', 'job-digest']) await answer(get(`/.netlify/functions/${job}`));
}

test('every link in every email can be fetched, as mail scanners do, and no row of any table changes', async () => {
  await bringMailAbout();
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
    /^Reminder/m,
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
      expect(isOfDesk ? [303] : [200, 409, 410], link).toContain(status);
      expect(headers.get('set-cookie'), link).toBeNull();
    }
  }
  expect(await everyRow(t)).toEqual(before);
  expect(t.mailbox.messages).toHaveLength(emails.length);
});
