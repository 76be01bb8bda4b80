import { describe, expect, test } from 'vitest';
import reschedule from '#web/api/booking-reschedule-routes.ts';
import { call, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  bookingRows,
  callLink,
  cancelCall,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { postForm } from '../support/requests.ts';

const t = testApp();

const TO = 'person@example.org';
const FRIDAY = '2026-11-27T10:00:00+00:00';
const BOOKED = '2026-11-26T14:30:00+00:00';

const book = async () => booked(await bookDiscoveryCall(makeDiscoveryCall()));

describe('a call is moved', () => {
  test('to a free time: the answer, the table and every calendar say the same', async () => {
    const first = await book();
    t.setNow('2026-11-24T10:20:00Z');
    const response = await moveTo(first.booking, FRIDAY);
    expect(response.status).toBe(200);
    const link = callLink(first.booking);
    const moved = { ...first, link, start: FRIDAY, end: '2026-11-27T10:30:00+00:00' };
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
    const before = await bookingRows(t);
    const response = await moveTo(first.booking, BOOKED);
    expect(response.status).toBe(200);
    expect(await booked(response)).toEqual({ ...first, link: callLink(first.booking) });
    expect(await bookingRows(t)).toEqual(before);
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
    const before = await bookingRows(t);
    const mails = t.mailbox.messages.length;
    const response = await moveTo(booking, start);
    expect(response.status).toBe(status);
    const { slots } = (await response.json()) as { slots?: unknown[] };
    expect(slots?.length ?? 0).toBe(status === 409 ? 6 : 0);
    expect(await bookingRows(t)).toEqual(before);
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

  test('from a form: the browser goes on to the call’s own page, or is told why not', async () => {
    const { booking } = await book();
    const send = (start: string) =>
      call(reschedule, postForm(`/api/bookings/${booking}/reschedule`, { start }), { booking });
    const moved = await send(FRIDAY);
    expect([moved.status, moved.headers.get('location')]).toEqual([303, callLink(booking)]);
    const refused = await send('2026-11-28T10:00:00+00:00');
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toContain('text/html');
  });
});
