import { describe, expect, test } from 'vitest';
import cancel from '#web/api/booking-cancel-routes.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  bookingRows,
  callLink,
  cancelCall,
  count,
  mailTo,
} from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { postForm } from '../support/requests.ts';

const t = testApp();

const TO = 'person@example.org';
const BOOKED = '2026-11-26T14:30:00+00:00';

const book = async () => booked(await bookDiscoveryCall(makeDiscoveryCall()));

describe('a call is cancelled', () => {
  test('once: its time is free, and every calendar lets it go', async () => {
    const first = await book();
    const response = await cancelCall(first.booking);
    expect(response.status).toBe(200);
    expect(await booked(response)).toEqual({ ...first, link: callLink(first.booking) });
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
    const before = await bookingRows(t);
    t.setNow('2026-11-30T10:00:00Z');
    const again = await cancelCall(booking);
    expect(again.status).toBe(200);
    expect(await booked(again)).toEqual(first);
    expect(await bookingRows(t)).toEqual(before);
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
