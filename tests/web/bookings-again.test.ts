import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import {
  type BookedAnswer,
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  keyIn,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
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
    const enquiry = await inQuarantine(
      t,
      await postEnquiry({ 'leave-empty': 'http://example.org' }),
    );
    const call = await inQuarantine(
      t,
      await bookCallback(makeCallback({ case: keyIn(enquiry.link) })),
    );
    expect(call.reference).toBe(enquiry.reference);
    expect(await count(t, 'bookings WHERE quarantined_at IS NOT NULL AND during IS NULL')).toBe(1);
    expect(t.mailbox.messages).toEqual([]);
  });
});

describe('the same call asked for again', () => {
  const FORM = { form: 'AbCdEfGhIjKlMnOpQrStUv' };
  const FRIDAY = '2026-11-27T10:00:00+00:00';
  const told = ({ reference, start, end }: BookedAnswer) => ({ reference, start, end });

  test('from the same form within a day is the same booking, one mail each', async () => {
    const first = await booked(await bookDiscoveryCall(makeDiscoveryCall(FORM)));
    t.setNow('2026-11-25T09:59:59Z');
    const again = await bookDiscoveryCall(makeDiscoveryCall(FORM));
    expect(again.status).toBe(200);
    expect(await booked(again)).toEqual(told(first));
    expect(await count(t, 'bookings')).toBe(1);
    expect(t.mailbox.messages).toHaveLength(3);
    t.setNow('2026-11-25T10:00:01Z');
    expect((await bookDiscoveryCall(makeDiscoveryCall(FORM))).status).toBe(409);
  });

  test.each([
    ['form', FORM, {}],
    ['key', {}, { 'idempotency-key': 'one-key' }],
  ])('with one %s twenty times at once is one booking', async (_, fields, headers) => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () =>
        booked(await bookCallback(makeCallback(fields), headers)),
      ),
    );
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    expect(answers.filter(({ booking }) => booking !== undefined)).toHaveLength(1);
    expect(await count(t, 'bookings')).toBe(1);
  });

  test('in the same words alone finds the time taken', async () => {
    await booked(await bookCallback(makeCallback()));
    expect((await bookCallback(makeCallback())).status).toBe(409);
    expect(await count(t, 'bookings')).toBe(1);
  });

  test('below its case is the same call, whatever form it comes from', async () => {
    const first = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const again = await bookDiscoveryCall(makeDiscoveryCall({ case: keyIn(first.link) }));
    expect(again.status).toBe(200);
    expect(await booked(again)).toEqual(told(first));
    expect(await count(t, 'bookings')).toBe(1);
    expect(t.mailbox.messages).toHaveLength(3);
  });

  test('from the same form with another time or other words is moved and corrected', async () => {
    const first = await booked(await bookDiscoveryCall(makeDiscoveryCall(FORM)));
    const other = { ...FORM, start: FRIDAY, topic: 'Carers' };
    const again = await bookDiscoveryCall(makeDiscoveryCall(other));
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual({
      reference: first.reference,
      start: FRIDAY,
      end: '2026-11-27T10:30:00+00:00',
    });
    expect(await count(t, 'bookings')).toBe(1);
    expect(await count(t, "bookings WHERE topic = 'Carers' AND during IS NOT NULL")).toBe(1);
    const last = mailTo(t, 'person@example.org').map(inviteIn).at(-1);
    expect([last?.method, last?.sequence]).toEqual(['REQUEST', 2]);
  });

  test('from the same form with another phone number is another person’s', async () => {
    await booked(await bookDiscoveryCall(makeDiscoveryCall(FORM)));
    const other = { ...FORM, phone: '01632 960 002', start: FRIDAY };
    expect((await bookDiscoveryCall(makeDiscoveryCall(other))).status).toBe(201);
    expect(await count(t, 'cases')).toBe(2);
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

  test('with an Idempotency-Key is told how it stands for a day, even after a move; other words are refused', async () => {
    const key = { 'idempotency-key': 'one-key' };
    const first = await booked(await bookDiscoveryCall(makeDiscoveryCall(), key));
    const moved = await booked(await moveTo(first.booking, FRIDAY));
    t.setNow('2026-11-25T09:59:00Z');
    const again = await bookDiscoveryCall(makeDiscoveryCall(), key);
    expect(again.status).toBe(200);
    expect(await booked(again)).toEqual(told(moved));
    const other = await bookDiscoveryCall(makeDiscoveryCall({ name: 'B. Person' }), key);
    expect(other.status).toBe(422);
    expect(await count(t, 'bookings')).toBe(1);
    // The key is each route's own.
    expect((await bookCallback(makeCallback(), key)).status).toBe(201);
  });
});
