import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { askForLink } from '../support/desk-doors.ts';
import { DESIGNED, underLimits } from '../support/limits.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
underLimits(t, { ...DESIGNED, 'a-minute': { 'posts-in-all': 5, pages: 4 } });
beforeEach(() => {
  t.app.environment.RATE_LIMIT = 3;
});
afterEach(() => {
  t.app.environment.RATE_LIMIT = 0;
});

const enquire = (name: string, ip: string) =>
  call(publicApp, postForm('/api/enquiries', makeEnquiry({ name }) as never), ip);

const statusesOf = async (asked: readonly (() => Promise<Response>)[]) => {
  const statuses: number[] = [];
  for (const ask of asked) statuses.push((await ask()).status);
  return statuses;
};

describe('posts in a minute', () => {
  test('are counted by the /64 of IPv6, which is one connection', async () => {
    const from = (last: number) => () => enquire(`Person ${last}`, `2001:db8:0:1::${last}`);
    expect(await statusesOf([from(1), from(2), from(3), from(4)])).toEqual([303, 303, 303, 429]);
    expect((await enquire('E. Person', '2001:db8:0:2::1')).status).toBe(303);
  });

  test('of everyone together have a limit, which says to ring and keeps what was typed', async () => {
    const from = (last: number) => () => enquire(`Person ${last}`, `192.0.2.${last}`);
    expect(await statusesOf([1, 2, 3, 4, 5].map(from))).toEqual(Array(5).fill(303));
    const page = await readPage(await enquire('F. Person', '192.0.2.6'));
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '60']);
    expect(textIn(page, '.error-summary')).toMatch(/Wait 60 seconds, .* Ring us on 07800 970 049/);
    expect(fieldsIn(page)['name']).toBe('F. Person');
    expect(await count(t, 'enquiries')).toBe(5);
    t.setNow('2026-11-24T10:01:00Z');
    expect((await enquire('F. Person', '192.0.2.6')).status).toBe(303);
  });

  test('that one connection is refused count for nobody else', async () => {
    const flood = Array.from({ length: 20 }, () => () => enquire('A. Person', '192.0.2.1'));
    await statusesOf(flood);
    expect((await enquire('B. Person', '192.0.2.2')).status).toBe(303);
  });

  test('of everyone do not keep staff from signing in', async () => {
    const from = (last: number) => () => enquire(`Person ${last}`, `192.0.2.${last}`);
    await statusesOf([1, 2, 3, 4, 5, 6].map(from));
    expect((await askForLink('staff@example.org')).status).toBe(200);
  });
});

describe('pages in a minute', () => {
  const open = (path: string, ip: string) => () => call(publicApp, get(path), ip);

  test('of one connection have a limit; another is not in its way, nor is the next minute', async () => {
    const times = '/api/slots?kind=callback&days=1';
    const mine = ['/callback/', times, '/plan/', '/your-enquiry/', times].map((path) =>
      open(path, '192.0.2.1'),
    );
    expect(await statusesOf(mine)).toEqual([200, 200, 200, 200, 429]);
    const page = await readPage(await open('/callback/', '192.0.2.1')());
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '60']);
    expect(textIn(page, 'h1')).toBe('Wait a moment before you open this again');
    expect(textIn(page, 'main')).toContain('Ring us on 07800 970 049');
    expect((await open(times, '192.0.2.2')()).status).toBe(200);
    t.setNow('2026-11-24T10:01:00Z');
    expect((await open(times, '192.0.2.1')()).status).toBe(200);
  });

  test('leave the monitor alone', async () => {
    const asked = Array.from({ length: 8 }, () => open('/api/health', '192.0.2.1'));
    expect(await statusesOf(asked)).not.toContain(429);
  });
});
