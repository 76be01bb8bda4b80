import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  moveTo,
} from '../support/bookings.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { postForm } from '../support/requests.ts';

const t = testApp({ STAFF_EMAIL: 'staff@example.org,rota@example.org' });

describe('a time somebody has', () => {
  test('is refused to both kinds, with the nearest free times and nothing about who has it', async () => {
    await booked(await bookDiscoveryCall(makeDiscoveryCall({ topic: 'Secret' })));
    const start = '2026-11-26T14:30:00+00:00';
    const other = makeCallback({ start, name: 'B. Person' });
    const response = await bookCallback(other);
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await response.json()) as { slots: { start: string }[] };
    expect(problem.slots.map((slot) => slot.start.slice(5, 16))).toEqual([
      '11-26T13:00',
      '11-26T13:30',
      '11-26T14:00',
      '11-26T15:00',
      '11-26T15:30',
      '11-26T16:00',
    ]);
    expect(JSON.stringify(problem)).not.toMatch(/A\. Person|Example|Secret|discovery/);
    expect(await count(t, 'cases')).toBe(1);
    expect(await count(t, 'submissions')).toBe(1);
  });

  test('is had by as many as take calls at once, and by one more not', async () => {
    const { calls } = t.app.site.settings;
    calls['calls-at-once'] = 3;
    const statuses = [];
    for (const name of ['A', 'B', 'C', 'D']) {
      statuses.push((await bookCallback(makeCallback({ name }))).status);
    }
    calls['calls-at-once'] = 1;
    expect(statuses).toEqual([201, 201, 201, 409]);
    const lines = await t.app.database.query('SELECT line FROM bookings ORDER BY line');
    expect(lines).toEqual([{ line: 1 }, { line: 2 }, { line: 3 }]);
  });

  test('counts the gap after a discovery call', async () => {
    const { calls } = t.app.site.settings;
    calls['gap-after-discovery-call'] = 30;
    await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const after = makeCallback({ start: '2026-11-26T15:00:00+00:00' });
    const before = makeDiscoveryCall({ start: '2026-11-26T14:00:00+00:00' });
    expect((await bookCallback(after)).status).toBe(409);
    expect((await bookDiscoveryCall(before)).status).toBe(409);
    calls['gap-after-discovery-call'] = 0;
    expect(await count(t, 'bookings')).toBe(1);
  });

  test('sent back as a form keeps everything typed, with its own status', async () => {
    await booked(await bookCallback(makeCallback()));
    const values = makeCallback({ name: 'B. <Person>', topic: 'What I typed' });
    const response = await call(
      publicApp,
      postForm('/api/callbacks', values as Record<string, string>),
    );
    expect(response.status).toBe(409);
    const page = await response.text();
    expect(page).toContain('value="B. &lt;Person&gt;"');
    expect(page).toContain('What I typed');
    expect(page).toContain('2026-11-25T11:30:00+00:00');
  });
});

describe('a call that looks automatic', () => {
  const trapped = makeDiscoveryCall({ 'leave-empty': 'http://example.org' });

  test('holds no time and mails nobody, even when it is moved or cancelled', async () => {
    const { booking } = await inQuarantine(t, await bookDiscoveryCall(trapped));
    expect((await bookDiscoveryCall(makeDiscoveryCall({ name: 'B. Person' }))).status).toBe(201);
    const mails = t.mailbox.messages.length;
    expect((await moveTo(booking, '2026-11-27T10:00:00+00:00')).status).toBe(200);
    expect((await cancelCall(booking)).status).toBe(200);
    expect(t.mailbox.messages).toHaveLength(mails);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
  });

  test('cannot find out more than others: a time that is taken is taken', async () => {
    await booked(await bookDiscoveryCall(makeDiscoveryCall({ name: 'B. Person' })));
    expect((await bookDiscoveryCall(trapped)).status).toBe(409);
    expect(await count(t, 'cases')).toBe(1);
  });
});
