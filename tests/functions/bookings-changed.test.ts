import { describe, expect, test } from 'vitest';
import { textFaults } from '#domain/invite/lint-text.ts';
import cancel from '../../netlify/functions/api-booking-cancel.ts';
import reschedule from '../../netlify/functions/api-booking-reschedule.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  getInvite,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn, readEvents } from '../support/read-calendar.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();

const TO = 'person@example.org';
const FRIDAY = '2026-11-27T10:00:00+00:00';
const BOOKED = '2026-11-26T14:30:00+00:00';

const book = async () => booked(await bookDiscoveryCall(makeDiscoveryCall()));
const rows = () =>
  t.app.database.query(
    'SELECT starts_at, line, during IS NULL AS free, sequence, stamp, moved_at, cancelled_at FROM bookings',
  );

describe('a call is moved', () => {
  test('to a free time: the answer, the table and every calendar say the same', async () => {
    const first = await book();
    t.setNow('2026-11-24T10:20:00Z');
    const response = await moveTo(first.booking, FRIDAY);
    expect(response.status).toBe(200);
    const moved = { ...first, start: FRIDAY, end: '2026-11-27T10:30:00+00:00' };
    expect(await booked(response)).toEqual(moved);

    for (const to of [TO, 'staff@example.org']) {
      const [before, after, ...more] = mailTo(t, to).map(inviteIn);
      expect(more).toEqual([]);
      expect(after).toMatchObject({
        method: 'REQUEST',
        contentType: 'text/calendar; charset=UTF-8; method=REQUEST',
        uid: before?.uid,
        sequence: 1,
        start: Date.parse(FRIDAY),
        attendee: `mailto:${to}`,
      });
      expect(after?.stamp).toBeGreaterThan(before?.stamp ?? 0);
    }
    const email = mailTo(t, TO).at(-1);
    expect(email?.text).toContain('Friday 27 November, 10am to 10:30am');
    expect(email?.text).toContain('Thursday 26 November, 2:30pm');
    expect((await bookCallback(makeCallback({ start: BOOKED }))).status).toBe(201);
    expect((await bookCallback(makeCallback({ start: FRIDAY }))).status).toBe(409);
  });

  test('to the same time: nothing changes and nothing is sent', async () => {
    const first = await book();
    const before = await rows();
    const response = await moveTo(first.booking, BOOKED);
    expect(response.status).toBe(200);
    expect(await booked(response)).toEqual(first);
    expect(await rows()).toEqual(before);
    expect(t.mailbox.messages).toHaveLength(2);
  });

  test('onto part of its own time, with longer calls', async () => {
    const { calls } = t.app.site.settings;
    calls.minutes = 60;
    const { booking } = await book();
    const status = (await moveTo(booking, '2026-11-26T15:00:00+00:00')).status;
    calls.minutes = 30;
    expect(status).toBe(200);
  });

  test.each([
    ['somebody has', '2026-11-25T11:00:00+00:00', 409],
    ['that has passed', '2026-11-24T09:00:00+00:00', 409],
    ['too soon for its kind', '2026-11-24T15:00:00+00:00', 409],
    ['on a Saturday', '2026-11-28T10:00:00+00:00', 422],
    ['beyond the horizon', '2027-01-05T10:00:00+00:00', 422],
  ])('to a time %s: refused, and everything stays as it was', async (_, start, status) => {
    const { booking } = await book();
    await bookCallback(makeCallback());
    const before = await rows();
    const mails = t.mailbox.messages.length;
    const response = await moveTo(booking, start);
    expect(response.status).toBe(status);
    const { slots } = (await response.json()) as { slots?: unknown[] };
    expect(slots?.length ?? 0).toBe(status === 409 ? 6 : 0);
    expect(await rows()).toEqual(before);
    expect(t.mailbox.messages).toHaveLength(mails);
  });

  test('after it began or was cancelled: refused', async () => {
    const { booking } = await book();
    t.setNow(BOOKED);
    expect((await moveTo(booking, FRIDAY)).status).toBe(409);
    t.setNow('2026-11-24T10:00:00Z');
    await cancelCall(booking);
    expect((await moveTo(booking, FRIDAY)).status).toBe(409);
  });

  test('from a form: the browser goes on to the enquirer’s own page, or is told why not', async () => {
    const { booking, link } = await book();
    const send = (start: string) =>
      call(reschedule, postForm(`/api/bookings/${booking}/reschedule`, { start }), { booking });
    const moved = await send(FRIDAY);
    expect([moved.status, moved.headers.get('location')]).toEqual([303, link]);
    const refused = await send('2026-11-28T10:00:00+00:00');
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toContain('text/html');
  });
});

describe('a call is cancelled', () => {
  test('once: its time is free, and every calendar lets it go', async () => {
    const first = await book();
    const response = await cancelCall(first.booking);
    expect(response.status).toBe(200);
    expect(await booked(response)).toEqual(first);
    for (const to of [TO, 'staff@example.org']) {
      const [before, after, ...more] = mailTo(t, to).map(inviteIn);
      expect(more).toEqual([]);
      expect(after).toMatchObject({
        method: 'CANCEL',
        contentType: 'text/calendar; charset=UTF-8; method=CANCEL',
        status: 'CANCELLED',
        uid: before?.uid,
        sequence: 1,
        start: before?.start,
        end: before?.end,
      });
      expect(after?.stamp).toBeGreaterThan(before?.stamp ?? 0);
      expect(after?.summary).toBe(`Cancelled: ${before?.summary}`);
    }
    expect((await bookCallback(makeCallback({ start: BOOKED }))).status).toBe(201);
  });

  test('twice: the same answer and no second mail, even once its time has passed', async () => {
    const { booking } = await book();
    const first = await booked(await cancelCall(booking));
    const before = await rows();
    t.setNow('2026-11-30T10:00:00Z');
    const again = await cancelCall(booking);
    expect(again.status).toBe(200);
    expect(await booked(again)).toEqual(first);
    expect(await rows()).toEqual(before);
    expect(t.mailbox.messages).toHaveLength(4);
  });

  test('until it starts, and not from then on', async () => {
    const { booking } = await book();
    t.setNow(BOOKED);
    expect((await cancelCall(booking)).status).toBe(409);
    t.setNow('2026-11-26T14:29:59Z');
    expect((await cancelCall(booking)).status).toBe(200);
  });

  test.each([
    ['no body at all', {}],
    ['an empty JSON body', { headers: { 'content-type': 'application/json' }, body: '' }],
  ])('with %s', async (_, init) => {
    const { booking } = await book();
    const request = new Request(`${SITE_URL}/api/bookings/${booking}/cancel`, {
      method: 'POST',
      ...init,
    });
    expect((await call(cancel, request, { booking })).status).toBe(200);
  });

  test('but not with fields nobody asked for', async () => {
    const { booking } = await book();
    const form = postForm(`/api/bookings/${booking}/cancel`, { why: 'x' });
    expect((await call(cancel, form, { booking })).status).toBe(422);
    expect(await count(t, 'bookings WHERE cancelled_at IS NOT NULL')).toBe(0);
  });

  test('with no email address: staff alone are told', async () => {
    const { booking } = await booked(await bookCallback(makeCallback()));
    await cancelCall(booking);
    expect(t.mailbox.messages.map(({ email }) => email.to)).toEqual([
      ['staff@example.org'],
      ['staff@example.org'],
    ]);
  });
});

describe('the invitation to download', () => {
  test('is what calendars were last told, to the byte', async () => {
    const { booking } = await book();
    for (const change of [undefined, () => moveTo(booking, FRIDAY), () => cancelCall(booking)]) {
      await change?.();
      const response = await getInvite(booking);
      const sent = inviteIn(mailTo(t, TO).at(-1));
      const text = await response.text();
      expect(text).toBe(sent.text);
      expect(textFaults(text)).toEqual([]);
      expect(response.headers.get('content-type')).toBe(sent.contentType);
      expect(response.headers.get('content-disposition')).toContain('invite.ics');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('x-robots-tag')).toBe('noindex');
    }
  });

  test('is there for somebody without an email address', async () => {
    const { booking } = await booked(await bookCallback(makeCallback()));
    const [event] = readEvents(await (await getInvite(booking)).text());
    expect(event).toMatchObject({
      attendee: 'mailto:service@example.org',
      attendeeName: 'A. Person',
    });
  });
});

describe('a key that opens no call', () => {
  const wrong = ['x', 'A'.repeat(43), ''];

  test.each(wrong)('"%s" is a page that is not there, whatever is asked', async (booking) => {
    await book();
    expect((await getInvite(booking)).status).toBe(404);
    expect((await moveTo(booking, FRIDAY)).status).toBe(404);
    expect((await cancelCall(booking)).status).toBe(404);
    expect(await count(t, 'bookings WHERE moved_at IS NOT NULL OR cancelled_at IS NOT NULL')).toBe(
      0,
    );
  });

  test('is that of a case, or one whose generation has been raised', async () => {
    const { booking, link } = await book();
    expect((await cancelCall(link.split('/').at(-2) ?? '')).status).toBe(404);
    await t.app.database.query('UPDATE bookings SET key_generation = 1');
    expect((await cancelCall(booking)).status).toBe(404);
  });

  test('GET and HEAD of what changes a call are refused and change nothing', async () => {
    const { booking } = await book();
    const before = await rows();
    for (const [act, handle] of [
      ['reschedule', reschedule],
      ['cancel', cancel],
    ] as const) {
      const path = `/api/bookings/${booking}/${act}`;
      for (const method of ['GET', 'HEAD']) {
        const response = await call(handle, new Request(get(path), { method }), { booking });
        expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      }
    }
    await getInvite(booking);
    expect(await rows()).toEqual(before);
    expect(t.mailbox.messages).toHaveLength(2);
  });
});
