import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
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
import { sendEnquiry } from '../support/desk-cases.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';

const t = testApp({ STAFF_EMAIL: 'staff@example.org,rota@example.org' });

describe('a call and a case', () => {
  test('join: one reference, one link, in touch from now', async () => {
    const enquiry = await sendEnquiry();
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
    const enquiry = await sendEnquiry({ 'leave-empty': 'http://example.org' });
    await booked(await bookCallback(makeCallback({ case: keyIn(enquiry.link) })));
    expect(await count(t, 'bookings WHERE quarantined_at IS NOT NULL AND during IS NULL')).toBe(1);
    expect(t.mailbox.messages).toEqual([]);
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
