import { describe, expect, test } from 'vitest';
import { textFaults } from '#domain/invite/lint-text.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  bookingRows,
  cancelCall,
  count,
  getInvite,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn, readEvents, readInvite } from '../support/read-calendar.ts';
import { get } from '../support/requests.ts';

const t = testApp();

const TO = 'person@example.org';
const FRIDAY = '2026-11-27T10:00:00+00:00';

const book = async () => booked(await bookDiscoveryCall(makeDiscoveryCall()));

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

  test('is an entry that invites nobody for a person without an email address', async () => {
    const { booking } = await booked(await bookCallback(makeCallback()));
    for (const [status, method] of [
      ['CONFIRMED', 'PUBLISH'],
      ['CANCELLED', 'CANCEL'],
    ]) {
      const response = await getInvite(booking);
      expect(response.headers.get('content-type')).toBe(
        `text/calendar; charset=UTF-8; method=${method}`,
      );
      const text = await response.text();
      expect(textFaults(text)).toEqual([]);
      expect(text.replaceAll('\r\n ', '')).not.toContain('Declining');
      expect(readEvents(text)).toMatchObject([{ status, attendee: null, class: 'PRIVATE' }]);
      expect(readInvite(text)).toMatchObject({
        method,
        properties: expect.arrayContaining(['organizer', 'uid', 'sequence', 'url']),
      });
      await cancelCall(booking);
    }
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
    const before = await bookingRows(t);
    for (const act of ['reschedule', 'cancel']) {
      const path = `/api/bookings/${booking}/${act}`;
      for (const method of ['GET', 'HEAD']) {
        const response = await call(publicApp, new Request(get(path), { method }));
        expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      }
    }
    await getInvite(booking);
    expect(await bookingRows(t)).toEqual(before);
    expect(t.mailbox.messages).toHaveLength(2);
  });
});
