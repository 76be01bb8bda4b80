import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textFaults } from '#domain/invite/lint-text.ts';
import type { App } from '#services/app.ts';
import { feedAddress } from '#services/calendar-feed/feed-address.ts';
import { keyFor } from '#services/keys.ts';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  moveTo,
} from '../support/bookings.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { london } from '../support/london.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { readEvents } from '../support/read-calendar.ts';
import { putWordsInMail } from '../support/staff-words.ts';

const STAFF = 'staff@example.org';
const FEED = { by: 'feed', 'feed-generation': 0 } as const;

const t = testApp();

let before: App['site'];
beforeEach(() => {
  before = t.app.site;
  t.app.site = { ...before, settings: { ...before.settings, 'staff-calendar': FEED } };
});
afterEach(() => {
  t.app.site = before;
});

const keyOfFeed = () => /calendar\/(.*)\.ics$/.exec(feedAddress(t.app, STAFF))?.[1] ?? '';

const ask = (key = keyOfFeed(), headers: Record<string, string> = {}, method = 'GET') =>
  call(publicApp, new Request(`${SITE_URL}/api/calendar/${key}.ics`, { method, headers }));

const feed = async () => readEvents(await (await ask()).text());
const starts = async () => (await feed()).map(({ start }) => start);
const etag = async () => (await ask()).headers.get('etag') ?? '';

describe('the staff feed', () => {
  test('tells staff whom to ring, on what number, about what, and holds no key', async () => {
    const { reference } = await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ topic: 'Groups for carers' })),
    );
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await response.text();
    expect(textFaults(text)).toEqual([]);
    expect(text).not.toMatch(/your-enquiry|api\/bookings|[A-Za-z0-9_-]{43}/);
    expect(readEvents(text)).toMatchObject([
      {
        start: london('2026-11-26T14:30'),
        end: london('2026-11-26T15:00'),
        stamp: Date.parse('2026-11-24T10:00:00Z'),
        status: 'CONFIRMED',
        summary: `Discovery call: A. Person, Example County Council (${reference})`,
        location: 'By phone: 01632 960 001',
        attendee: null,
        url: `${SITE_URL}/desk/cases/${reference}/`,
      },
    ]);
    // What they wrote stands at the desk, unless settings have it in calendars too.
    expect((await feed())[0]?.description).not.toContain('Groups for carers');
    putWordsInMail(t);
    expect((await feed())[0]?.description).toContain('To talk about: Groups for carers');
  });

  test('follows a call that moves, stamped with the move, and keeps one that is cancelled for 30 days', async () => {
    const { booking, reference } = await booked(await bookCallback(makeCallback()));
    const [before] = await feed();
    t.setNow('2026-11-24T10:20:30Z');
    await moveTo(booking, '2026-11-25T12:00:00+00:00');
    const [after] = await feed();
    expect(after?.uid).toBe(before?.uid);
    expect(after?.start).toBe(london('2026-11-25T12:00'));
    expect(after?.stamp).toBe(Date.parse('2026-11-24T10:20:30Z'));
    await cancelCall(booking);
    expect(await feed()).toMatchObject([
      {
        uid: before?.uid,
        status: 'CANCELLED',
        summary: `Cancelled: ${after?.summary}`,
        description: `This call is cancelled. Do not ring.\n\nIt was booked for Wednesday 25 November 2026, midday to 12:30pm, UK time (GMT).\n\nAt the desk: ${SITE_URL}/desk/cases/${reference}/`,
      },
    ]);
    t.setNow('2026-12-24T23:59:59Z');
    expect(await feed()).toHaveLength(1);
    t.setNow('2026-12-25T00:00:00Z');
    expect(await feed()).toEqual([]);
    expect(await (await ask()).text()).toContain('BEGIN:VJOURNAL');
  });

  test('leaves out what is in quarantine', async () => {
    await inQuarantine(
      t,
      await bookCallback(makeCallback({ 'leave-empty': 'https://example.org' })),
    );
    expect(await feed()).toEqual([]);
  });

  test('goes back 30 London dates', async () => {
    await booked(await bookCallback(makeCallback()));
    t.setNow('2026-12-25T23:59:59Z');
    expect(await starts()).toEqual([london('2026-11-25T11:00')]);
    t.setNow('2026-12-26T00:00:00Z');
    expect(await starts()).toEqual([]);
  });
});

describe('asking again', () => {
  test('is answered 304, with the same headers and no body, until a call changes', async () => {
    await booked(await bookCallback(makeCallback()));
    const known = await etag();
    expect(known).toMatch(/^"[\da-f]{40}"$/);
    t.setNow('2026-11-24T18:00:00Z');
    for (const tags of [known, `W/${known}`, `"other", ${known}`, '*']) {
      const again = await ask(keyOfFeed(), { 'if-none-match': tags });
      expect([again.status, await again.text()], tags).toEqual([304, '']);
      expect(again.headers.get('etag')).toBe(known);
      expect(again.headers.get('cache-control')).toBe('private, no-cache');
      expect(again.headers.get('referrer-policy')).toBe('no-referrer');
      expect(again.headers.get('x-robots-tag')).toBe('noindex');
    }
    await booked(await bookCallback(makeCallback({ start: '2026-11-25T15:00:00+00:00' })));
    const changed = await ask(keyOfFeed(), { 'if-none-match': known });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(known);
  });

  test('with HEAD gives the headers alone', async () => {
    const response = await ask(keyOfFeed(), {}, 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('etag')).toBe(await etag());
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  });

  test('with POST is refused', async () => {
    const response = await ask(keyOfFeed(), {}, 'POST');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('the key', () => {
  test('opens nothing when it is wrong, short, or another thing’s', async () => {
    const secret = t.app.environment.LINK_SECRET;
    const flipped = keyOfFeed().replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    const others = [
      flipped,
      keyOfFeed().slice(1),
      '',
      keyFor(secret, 'case', 'staff', 0),
      keyFor(secret, 'feed', 'staff', 1),
      keyFor('another secret', 'feed', 'staff', 0),
    ];
    for (const key of others) {
      const response = await ask(key);
      expect(response.status, key).toBe(404);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  test('ends when its generation is raised in the settings, and another opens the feed', async () => {
    const old = keyOfFeed();
    const calendarSettings = t.app.site.settings['staff-calendar'];
    calendarSettings['feed-generation'] += 1;
    expect((await ask(old)).status).toBe(404);
    expect((await ask()).status).toBe(200);
    calendarSettings['feed-generation'] -= 1;
    expect((await ask(old)).status).toBe(200);
  });

  test('is in no log', async () => {
    await ask();
    expect(t.logged.join()).not.toContain(keyOfFeed());
  });
});

describe('each of the staff', () => {
  const ROTA = 'rota@example.org';
  const keyOf = (staff: string) =>
    /calendar\/(.*)\.ics$/.exec(feedAddress(t.app, staff))?.[1] ?? '';
  beforeEach(() => {
    const { environment } = t.app;
    t.app.environment = { ...environment, STAFF_EMAIL: [STAFF, 'Rota@example.org'] };
    return () => {
      t.app.environment = environment;
    };
  });

  test('has an address of their own, which ends when they leave the staff list', async () => {
    expect(keyOf(ROTA)).not.toBe(keyOf(STAFF));
    for (const staff of [STAFF, ROTA]) expect((await ask(keyOf(staff))).status).toBe(200);
    t.app.environment = { ...t.app.environment, STAFF_EMAIL: [STAFF] };
    expect((await ask(keyOf(ROTA))).status).toBe(404);
    expect((await ask(keyOf(STAFF))).status).toBe(200);
    expect((await ask(keyOf('stranger@example.org'))).status).toBe(404);
  });

  test('has none while calls come as invitations', async () => {
    const invite = { by: 'invite', 'feed-generation': 0 } as const;
    t.app.site = { ...t.app.site, settings: { ...t.app.site.settings, 'staff-calendar': invite } };
    for (const staff of [STAFF, ROTA]) expect((await ask(keyOf(staff))).status).toBe(404);
  });
});
