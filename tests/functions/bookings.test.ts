import { describe, expect, test } from 'vitest';
import callbacks from '../../netlify/functions/api-callbacks.ts';
import enquiries from '../../netlify/functions/api-enquiries.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  keyIn,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { postForm, postJson } from '../support/requests.ts';

const t = testApp({ STAFF_EMAIL: 'staff@example.org,rota@example.org' });

const KEY = /^[A-Za-z0-9_-]{43}$/;

describe('a callback', () => {
  test('without an email address is booked and told to staff alone', async () => {
    const response = await bookCallback(makeCallback({ topic: 'Groups for carers' }));
    expect(response.status).toBe(201);
    const answer = await booked(response);
    expect(answer).toEqual({
      reference: expect.stringMatching(/^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/),
      link: expect.stringMatching(`^${SITE_URL}/your-enquiry/[A-Za-z0-9_-]{43}/$`),
      booking: expect.stringMatching(KEY),
      start: '2026-11-25T11:00:00+00:00',
      end: '2026-11-25T11:30:00+00:00',
    });
    expect(t.mailbox.messages.map(({ email }) => email.to)).toEqual([
      ['staff@example.org'],
      ['rota@example.org'],
    ]);
    const [notice] = mailTo(t, 'rota@example.org');
    expect(notice?.text).toContain('Groups for carers');
    expect(notice?.text).toContain('01632 960 001');
    expect(notice?.reply_to ?? []).toEqual([]);
  });

  test('from a form sends the browser to the enquirer’s own page', async () => {
    const values = makeCallback({ email: '', topic: '' }) as Record<string, string>;
    const response = await call(callbacks, postForm('/api/callbacks', values));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/\/your-enquiry\/[A-Za-z0-9_-]{43}\/$/);
    expect(await count(t, 'bookings WHERE email IS NULL AND topic IS NULL')).toBe(1);
  });
});

describe('a discovery call', () => {
  test('is confirmed to the enquirer and to each of the staff, each with their own invitation', async () => {
    const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    for (const to of ['person@example.org', 'staff@example.org', 'rota@example.org']) {
      const [email, ...more] = mailTo(t, to);
      expect(more).toEqual([]);
      expect(email?.to).toEqual([to]);
      expect(inviteIn(email)).toMatchObject({
        method: 'REQUEST',
        contentType: 'text/calendar; charset=UTF-8; method=REQUEST',
        sequence: 0,
        status: 'CONFIRMED',
        start: Date.parse(answer.start),
        end: Date.parse(answer.end),
        attendee: `mailto:${to}`,
        location: 'By phone: 01632 960 001',
      });
    }
    const [confirmation] = mailTo(t, 'person@example.org');
    const path = `${answer.link}bookings/${answer.booking}/`;
    const ics = `${SITE_URL}/api/bookings/${answer.booking}/invite.ics`;
    for (const said of [
      answer.reference,
      answer.link,
      `${path}reschedule/`,
      `${path}cancel/`,
      ics,
    ]) {
      expect(confirmation?.text).toContain(said);
    }
    expect(confirmation?.text).toContain('Thursday 26 November, 2:30pm to 3pm, UK time');
    expect(inviteIn(confirmation).url).toBe(answer.link);
    expect(inviteIn(confirmation).description).toContain(
      'Thursday 26 November 2026, 2:30pm to 3pm, UK time (GMT).',
    );
  });

  test('gives staff nothing that opens the case, and Google and Microsoft neither', async () => {
    const { link, booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const [notice] = mailTo(t, 'staff@example.org');
    const { text } = inviteIn(notice);
    const all = `${notice?.text}${notice?.html}${text.replaceAll('\r\n ', '')}`;
    expect(all).not.toContain('your-enquiry');
    expect(all).not.toContain(booking);
    expect(notice?.reply_to).toEqual(['person@example.org']);
    const [confirmation] = mailTo(t, 'person@example.org');
    const calendars = confirmation?.text?.match(/https:\/\/\S*(google|outlook)\S+/g) ?? [];
    expect(calendars).toHaveLength(3);
    for (const address of calendars) {
      expect(decodeURIComponent(address)).not.toContain(keyIn(link));
      expect(decodeURIComponent(address)).not.toContain(booking);
    }
  });

  test('keeps no key and, once delivered, neither message nor invitation', async () => {
    const { link, booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const rows = await t.app.database.query(
      'SELECT b.*, c.*, m.* FROM bookings b JOIN cases c ON c.id = case_id JOIN messages m ON m.booking_id = b.id',
    );
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain(keyIn(link));
    expect(JSON.stringify(rows)).not.toContain(booking);
    expect(await count(t, 'messages WHERE payload IS NOT NULL OR invite IS NOT NULL')).toBe(0);
    expect(t.logged.join()).not.toMatch(/person|01632/i);
  });

  test('sends staff one notice without an invitation where the feed is their calendar', async () => {
    const { settings } = t.app.site;
    const by = settings['staff-calendar'];
    settings['staff-calendar'] = { ...by, by: 'feed' };
    await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    settings['staff-calendar'] = by;
    const [notice] = mailTo(t, 'staff@example.org');
    expect(notice?.to).toEqual(['staff@example.org', 'rota@example.org']);
    expect(notice?.attachments ?? []).toEqual([]);
    expect(inviteIn(mailTo(t, 'person@example.org')[0]).method).toBe('REQUEST');
  });
});

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
      callbacks,
      postForm('/api/callbacks', values as Record<string, string>),
    );
    expect(response.status).toBe(409);
    const page = await response.text();
    expect(page).toContain('value="B. &lt;Person&gt;"');
    expect(page).toContain('What I typed');
    expect(page).toContain('2026-11-25T11:30:00+00:00');
  });
});

describe('a call and a case', () => {
  const enquire = async () =>
    booked(await call(enquiries, postJson('/api/enquiries', makeEnquiry())));

  test('join: one reference, one link, in touch from now', async () => {
    const enquiry = await enquire();
    t.setNow('2026-11-24T10:30:00Z');
    const callback = await booked(await bookCallback(makeCallback({ case: keyIn(enquiry.link) })));
    expect(callback).toMatchObject({ reference: enquiry.reference, link: enquiry.link });
    const cases = await t.app.database.query('SELECT last_contact_at FROM cases');
    expect(cases).toEqual([{ last_contact_at: new Date('2026-11-24T10:30:00Z') }]);
  });

  test.each(['x', 'A'.repeat(43), '../'])(
    'that does not exist (%s) is a 404, and nothing is booked',
    async (key) => {
      const response = await bookCallback(makeCallback({ case: key }));
      expect(response.status).toBe(404);
      expect(await count(t, 'cases')).toBe(0);
    },
  );

  test('in quarantine keeps the call there too', async () => {
    const trapped = makeEnquiry({ website: 'http://example.org' });
    const enquiry = await booked(await call(enquiries, postJson('/api/enquiries', trapped)));
    await booked(await bookCallback(makeCallback({ case: keyIn(enquiry.link) })));
    expect(await count(t, 'bookings WHERE quarantined_at IS NOT NULL AND during IS NULL')).toBe(1);
    expect(t.mailbox.messages).toEqual([]);
  });
});

describe('a call that looks automatic', () => {
  const trapped = makeDiscoveryCall({ website: 'http://example.org' });

  test('is answered alike, holds no time and mails nobody, even when it is moved or cancelled', async () => {
    const { booking } = await booked(await bookDiscoveryCall(trapped));
    expect(booking).toMatch(KEY);
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

describe('the same call asked for again', () => {
  test('within ten minutes is the same booking, one mail each', async () => {
    const first = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    t.setNow('2026-11-24T10:09:59Z');
    const again = await bookDiscoveryCall(makeDiscoveryCall());
    expect(again.status).toBe(201);
    expect(await booked(again)).toEqual(first);
    expect(await count(t, 'bookings')).toBe(1);
    expect(t.mailbox.messages).toHaveLength(3);
  });

  test('twenty times at once is one booking', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => booked(await bookCallback(makeCallback()))),
    );
    expect(new Set(answers.map(({ booking }) => booking)).size).toBe(1);
    expect(await count(t, 'bookings')).toBe(1);
  });

  test('after ten minutes finds the time taken', async () => {
    await booked(await bookCallback(makeCallback()));
    t.setNow('2026-11-24T10:10:01Z');
    expect((await bookCallback(makeCallback())).status).toBe(409);
  });

  test('once cancelled is a new booking, with a new invitation', async () => {
    const first = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await cancelCall(first.booking);
    const second = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    expect(second.booking).not.toBe(first.booking);
    const [before, , after] = mailTo(t, 'person@example.org').map(inviteIn);
    expect(after?.uid).not.toBe(before?.uid);
    expect(after?.sequence).toBe(0);
  });

  test('with an Idempotency-Key is answered the same for a day, even after a move; other words are refused', async () => {
    const key = { 'idempotency-key': 'one-key' };
    const first = await booked(await bookDiscoveryCall(makeDiscoveryCall(), key));
    await moveTo(first.booking, '2026-11-27T10:00:00+00:00');
    t.setNow('2026-11-25T09:59:00Z');
    expect(await booked(await bookDiscoveryCall(makeDiscoveryCall(), key))).toEqual(first);
    const other = await bookDiscoveryCall(makeDiscoveryCall({ name: 'B. Person' }), key);
    expect(other.status).toBe(422);
    expect(await count(t, 'bookings')).toBe(1);
    // The key is each route's own.
    expect((await bookCallback(makeCallback(), key)).status).toBe(201);
  });
});
