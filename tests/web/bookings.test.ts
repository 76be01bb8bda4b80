import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  callLink,
  count,
  keyIn,
  mailTo,
} from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { postForm } from '../support/requests.ts';

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
    expect(notice?.text).toContain('What they would like to talk about stands at the desk.');
    expect(notice?.text).toContain('01632 960 001');
    expect(notice?.reply_to ?? []).toEqual([]);
  });

  test('from a form sends the browser to the enquirer’s own page', async () => {
    const values = makeCallback({ email: '', topic: '' }) as Record<string, string>;
    const response = await call(publicApp, postForm('/api/callbacks', values));
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
        location: to === 'person@example.org' ? 'By phone' : 'By phone: 01632 960 001',
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
    expect(inviteIn(confirmation)).toMatchObject({
      url: callLink(answer.booking),
      class: 'PRIVATE',
    });
    expect(inviteIn(confirmation).text).not.toContain('your-enquiry');
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
    expect(all).not.toContain('your-call');
    expect(notice?.reply_to).toEqual(['A. Person <person@example.org>']);
    const [confirmation] = mailTo(t, 'person@example.org');
    const calendars = confirmation?.html?.match(/https:\/\/[^"\s]*(google|outlook)[^"\s]+/g) ?? [];
    expect(confirmation?.text).not.toMatch(/calendar\.google|outlook\./);
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
