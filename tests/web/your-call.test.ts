import { describe, expect, test } from 'vitest';
import { SITE_URL, testApp } from '../support/app.ts';
import {
  bookDiscoveryCall,
  booked,
  callLink,
  cancelCall,
  count,
  keyIn,
  mailTo,
} from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { readPage, textIn } from '../support/read-page.ts';
import { get, postForm, postJson } from '../support/requests.ts';
import { answer } from '../support/site-doors.ts';

const t = testApp();

const NEW_TIME = '2026-11-27T15:00:00+00:00';

const book = async () => booked(await bookDiscoveryCall(makeDiscoveryCall({ topic: 'Carers' })));
const show = async (address: string) => readPage(await answer(new Request(address)));
const post = (address: string, values: Record<string, string> = {}) =>
  answer(postForm(new URL(address).pathname, values));

describe('the page a calendar entry leads to', () => {
  test('is the one its invitation names, and shows the one call with what can be done', async () => {
    const { booking, reference } = await book();
    const { url, description } = inviteIn(mailTo(t, 'person@example.org')[0]);
    expect(url).toBe(callLink(booking));
    expect(description).toContain(callLink(booking));
    const page = await show(String(url));
    expect(page.status).toBe(200);
    expect(textIn(page, 'h1')).toBe('Your discovery call');
    expect(textIn(page, '.lede')).toBe(
      'Your discovery call is booked for Thursday 26 November, 2:30pm to 3pm, UK time.',
    );
    expect(textIn(page, '.call')).toContain(
      'We will ring you on the number you gave us, at 2:30pm (UK time).',
    );
    expect(textIn(page, '.reference')).toBe(reference);
    expect(list(page, 'main .onward a')).toEqual(['Choose another time', 'Cancel the call']);
  });

  test('gives nothing away of its case: no key, no name, no address, no number, no topic', async () => {
    const { booking, link } = await book();
    for (const below of [
      '',
      'reschedule/',
      `reschedule/?start=${encodeURIComponent(NEW_TIME)}`,
      `reschedule/?start=${encodeURIComponent('2026-11-26T14:30:00+00:00')}`,
      'cancel/',
    ]) {
      const page = await show(`${callLink(booking)}${below}`);
      expect(page.status, below).toBe(200);
      expect(page.$.html(), below).not.toContain(keyIn(link));
      expect(textIn(page, 'main'), below).not.toMatch(
        /A\. Person|person@|Example County|Carers|01632.960.001/,
      );
      expect(page.$('main a[href*="/your-enquiry/"]').attr('href') ?? '/your-enquiry/').toBe(
        '/your-enquiry/',
      );
    }
  });

  test('is kept nowhere, found by no search and told to no other site', async () => {
    const { booking } = await book();
    for (const below of ['', 'reschedule/', 'cancel/']) {
      const { headers } = await answer(new Request(callLink(booking) + below));
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
  });

  test.each(['', '.', ')', '>', ',', ').', '/', '/.', '/)', '/>', '/,', '/).', '%3E'])(
    'opens when a sentence left "%s" after its address',
    async (stray) => {
      const { booking, link } = await book();
      const bare = callLink(booking).replace(/\/$/, '');
      expect((await show(`${bare}${stray}`)).status).toBe(200);
      expect((await show(`${link.replace(/\/$/, '')}${stray}`)).status).toBe(200);
    },
  );

  test('does not open for another key, a case’s key, or one that was given up', async () => {
    const { booking, link } = await book();
    for (const key of ['A'.repeat(43), keyIn(link), 'x']) {
      expect((await show(callLink(key))).status).toBe(404);
    }
    await t.app.database.query('UPDATE bookings SET key_generation = 1');
    expect((await show(callLink(booking))).status).toBe(404);
  });

  test('of a call in quarantine is not there: no calendar was told of it', async () => {
    const { booking } = await book();
    await t.app.database.query(
      `UPDATE bookings SET quarantined_at = created_at, line = NULL, during = NULL`,
    );
    expect((await show(callLink(booking))).status).toBe(404);
  });

  test('says what became of a call, and offers no change then', async () => {
    const { booking } = await book();
    t.setNow('2026-11-26T14:45:00Z');
    expect(list(await show(callLink(booking)), '.call .onward a')).toEqual([]);
    t.setNow('2026-11-26T15:00:00Z');
    expect(textIn(await show(callLink(booking)), '.lede')).toContain('has passed');
    t.setNow('2026-11-24T10:00:00Z');
    await cancelCall(booking);
    const page = await show(callLink(booking));
    expect(textIn(page, '.lede')).toContain('is cancelled');
    expect(textIn(page, '.call')).toContain('We will not ring you then.');
    expect(list(page, '.call .onward a')).toEqual(['Choose a time for another call']);
  });
});

describe('from that page', () => {
  test('a call is moved, and the browser stays on the page of the call', async () => {
    const { booking } = await book();
    const page = await show(`${callLink(booking)}reschedule/`);
    expect(page.$('main form').attr('action')).toBe(`/your-call/${booking}/reschedule/`);
    const moved = await post(`${callLink(booking)}reschedule/`, { start: NEW_TIME });
    expect([moved.status, moved.headers.get('location')]).toEqual([303, callLink(booking)]);
    expect(textIn(await show(callLink(booking)), '.lede')).toContain('Friday 27 November, 3pm');
    expect(inviteIn(mailTo(t, 'person@example.org').at(-1)).sequence).toBe(1);
  });

  test('a call is cancelled, once, and the browser stays there too', async () => {
    const { booking } = await book();
    const page = await show(`${callLink(booking)}cancel/`);
    expect(page.$('main form + *, main form a').attr('href')).toBe(`/your-call/${booking}/`);
    for (const _ of [1, 2]) {
      const cancelled = await post(`${callLink(booking)}cancel/`);
      expect([cancelled.status, cancelled.headers.get('location')]).toEqual([
        303,
        callLink(booking),
      ]);
    }
    expect(await count(t, "messages WHERE kind = 'cancellation of a call'")).toBe(1);
    const fixed = await show(`${callLink(booking)}cancel/`);
    expect(fixed.status).toBe(409);
    expect(fixed.$('main a').attr('href')).toBe(`/your-call/${booking}/`);
  });

  test('nothing changes by looking', async () => {
    const { booking } = await book();
    for (const below of ['', 'reschedule/', 'cancel/']) {
      await answer(get(`/your-call/${booking}/${below}`));
    }
    expect(await count(t, 'bookings WHERE moved_at IS NULL AND cancelled_at IS NULL')).toBe(1);
    expect(t.mailbox.messages).toHaveLength(2);
  });
});

test('the key of a call alone leads nobody to its case, by form or by program', async () => {
  const { booking, link } = await book();
  const same = { start: '2026-11-26T14:30:00+00:00' };
  for (const response of [
    await answer(postJson(`/api/bookings/${booking}/reschedule`, same)),
    await answer(postForm(`/api/bookings/${booking}/reschedule`, same)),
    await answer(postJson(`/api/bookings/${booking}/cancel`, {})),
    await answer(postForm(`/api/bookings/${booking}/cancel`, {})),
    await answer(get(`/api/bookings/${booking}/invite.ics`)),
  ]) {
    const said = `${response.headers.get('location')}${await response.text()}`;
    expect(said.replaceAll('\r\n ', '')).not.toContain(keyIn(link));
    expect(said).not.toContain(`${SITE_URL}/your-enquiry/`);
  }
});
