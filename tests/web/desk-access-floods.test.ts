import { describe, expect, test } from 'vitest';
import { MOST_LIVE } from '#services/desk/sign-in-links.ts';
import { SITE_URL, testApp } from '../support/app.ts';
import { mailTo } from '../support/bookings.ts';
import { askForLink, linkTo, openDesk, press } from '../support/desk-doors.ts';
import { fieldsIn, readPage } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const STAFF = 'staff@example.org';
const STRANGER = 'stranger@example.org';

const t = testApp();

describe('a flood of posts', () => {
  test('sends an address a few links that work, and no more until one is over', async () => {
    await Promise.all(Array.from({ length: 30 }, () => askForLink(STAFF)));
    expect(mailTo(t, STAFF)).toHaveLength(MOST_LIVE);
    t.setNow('2026-11-24T10:10:00Z');
    await askForLink(STAFF);
    expect(mailTo(t, STAFF)).toHaveLength(MOST_LIVE);
    t.setNow('2026-11-24T10:10:00.001Z');
    await Promise.all(Array.from({ length: 30 }, () => askForLink(STAFF)));
    expect(mailTo(t, STAFF)).toHaveLength(2 * MOST_LIVE);
  });

  test('shuts nobody out: a link that came of it signs in, and makes room for another', async () => {
    await Promise.all(Array.from({ length: 30 }, () => askForLink(STAFF)));
    expect((await press(linkTo(t, STAFF))).status).toBe(303);
    await askForLink(STAFF);
    expect(mailTo(t, STAFF)).toHaveLength(MOST_LIVE + 1);
  });

  test('from one connection is slowed down', async () => {
    const { environment } = t.app;
    t.app.environment = { ...environment, RATE_LIMIT: 10 };
    const statuses: number[] = [];
    for (let time = 0; time < 12; time += 1) statuses.push((await askForLink(STRANGER)).status);
    t.app.environment = environment;
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429, 429]);
  });
});

describe('where a link leads', () => {
  test('is this site, whatever host the post claims to come to', async () => {
    const headers = { host: 'evil.example.org', 'x-forwarded-host': 'evil.example.org' };
    await openDesk(postForm('/desk/sign-in/', { email: STAFF }, headers));
    const text = mailTo(t, STAFF)[0]?.text ?? '';
    expect(text).toContain(`${SITE_URL}/desk/sign-in/`);
    expect(text).not.toContain('evil');
  });

  test.each([
    '//evil.example.org',
    '//evil.example.org/desk/',
    'https://evil.example.org/desk/',
    'https:evil.example.org',
    '/\\evil.example.org',
    '/desk/../',
    '/desk/..//evil.example.org',
    '/desk/%2e%2e/',
    '/desk/\t/evil.example.org',
    '/desk/?next=https://evil.example.org',
    '/desk/#evil',
    '/desk/\nset-cookie: a=b',
    '/deskevil/',
    'desk/cases/',
    'javascript:alert(1)',
    '/your-enquiry/',
    '/desk/sign-out/',
    `/desk/${'a'.repeat(300)}`,
  ])('cannot be %j', async (onward) => {
    const form = await readPage(
      await openDesk(get(`/desk/sign-in/?onward=${encodeURIComponent(onward)}`)),
    );
    expect(fieldsIn(form)).toEqual({ email: '' });
    expect(form.markup).not.toContain('evil');
    await askForLink(STAFF, { onward });
    const answer = await press(linkTo(t, STAFF));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/']);
  });
});
