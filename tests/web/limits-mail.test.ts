import { describe, expect, test } from 'vitest';
import { remind } from '#services/jobs/remind-job.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import {
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  keyIn,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { below, showCase } from '../support/case-pages.ts';
import { deskOf, postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { underLimits } from '../support/limits.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';

const STRANGER = 'stranger@example.org';

const t = testApp();
underLimits(t);
const desk = deskVisit(t);

const minutes = (count: number) =>
  new Date(Date.parse('2026-11-24T10:00:00Z') + count * 60_000).toISOString();

const toStranger = () => mailTo(t, STRANGER).length;

const linkAgain = (email: string) => call(publicApp, postForm('/your-enquiry/', { email }));

describe('a stranger’s address', () => {
  test('gets three emails an hour and six a day, however many people give it from wherever', async () => {
    const got: number[] = [];
    for (let minute = 0; minute <= 24 * 60; minute += 20) {
      t.setNow(minutes(minute));
      const written =
        ['Stranger@example.org', STRANGER, 'stranger+1@example.org'][minute % 3] ?? '';
      const before = t.mailbox.messages.length;
      expect((await postEnquiry({ email: written, name: `Person ${minute}` })).status).toBe(201);
      if (
        t.mailbox.messages.slice(before).some(({ email }) => /stranger/i.test(String(email.to)))
      ) {
        got.push(minute);
      }
    }
    // Three at once, three when the first hour is over, and another once the day is.
    expect(got).toEqual([0, 20, 40, 60, 80, 100, 1440]);
    expect(await count(t, 'withheld_mail')).toBe(73 - 7);
    expect(await count(t, 'enquiries')).toBe(73);
  });

  test('gets no more from a call that is booked, moved, corrected, cancelled or reminded of, once it has had them', async () => {
    for (const name of ['A', 'B', 'C']) await sendEnquiry({ email: STRANGER, name });
    expect(toStranger()).toBe(3);
    const first = { start: '2026-11-26T14:30:00+00:00', email: STRANGER };
    const { booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall(first)));
    await moveTo(booking, '2026-11-26T15:00:00+00:00');
    t.setNow('2026-11-24T10:30:00Z');
    await moveTo(booking, '2026-11-26T15:30:00+00:00');
    await cancelCall(booking);
    expect(toStranger()).toBe(3);
    expect(await count(t, `withheld_mail WHERE booking_id IS NOT NULL`)).toBe(4);
    expect(await count(t, `messages WHERE audience = 'staff' AND booking_id IS NOT NULL`)).toBe(4);
  });

  test('is not reminded of a call it was never told of', async () => {
    for (const name of ['A', 'B', 'C']) await sendEnquiry({ email: STRANGER, name });
    await bookDiscoveryCall(makeDiscoveryCall({ email: STRANGER }));
    for (const minute of [60, 61, 62]) {
      t.setNow(minutes(minute));
      await sendEnquiry({ email: STRANGER, name: `Person ${minute}` });
    }
    t.setNow('2026-11-25T09:00:30Z');
    expect(await remind(t.app)).toBe(0);
    expect(toStranger()).toBe(6);
  });

  test('gets no more by a call or an enquiry that is corrected to it', async () => {
    for (const name of ['A', 'B', 'C']) await sendEnquiry({ email: STRANGER, name });
    const own = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const details = { name: 'A. Person', phone: '01632 960 001', organisation: 'Example Council' };
    expect((await below(own).correct({ ...details, email: STRANGER })).status).toBe(303);
    const { link } = await sendEnquiry({ email: 'other@example.org' });
    const correct = postForm(
      `/your-enquiry/${keyIn(link)}/correct/`,
      makeEnquiry({ email: STRANGER }) as never,
    );
    expect((await call(publicApp, correct)).status).toBe(303);
    // What is said of the call afterwards would begin with that address, too.
    const [row] = await t.app.database.query<{ id: string }>('SELECT id FROM bookings');
    expect(row).toBeDefined();
    expect(toStranger()).toBe(3);
    expect(await count(t, 'withheld_mail')).toBe(2);
  });

  test('gets its link again as one of the three, and the page says the same of every address', async () => {
    await sendEnquiry({ email: STRANGER });
    const pages: string[] = [];
    for (const minute of [0, 11, 22, 33, 44]) {
      t.setNow(minutes(minute));
      for (const email of [STRANGER, 'nobody@example.org']) {
        pages.push((await readPage(await linkAgain(email))).markup);
      }
    }
    expect(toStranger()).toBe(3);
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('as many emails from us as we send in an hour or a day');
    expect(await count(t, 'limit_uses')).toBe(3);
  });
});

describe('a person whose address has had them', () => {
  test('is told that no email comes, and has the page instead, which staff see too', async () => {
    for (const name of ['A', 'B', 'C']) await sendEnquiry({ name });
    const form = makeEnquiry({ name: 'D. Person' }) as never;
    const answer = await call(publicApp, postForm('/api/enquiries', form));
    expect(answer.status).toBe(303);
    const page = await showCase(keyIn(answer.headers.get('location') ?? ''));
    const said = textIn(page, 'main');
    expect(said).toContain('Thank you. We have your enquiry.');
    expect(said).toContain(
      'No email comes about this. Your address has had as many emails from us',
    );
    expect(said).toContain('Keep the address of this page: it is your record');
    expect(said).not.toMatch(/link in our email/);
    const reference = textIn(page, '.reference');
    expect(textIn(await deskOf(desk.cookie()).about(reference).show(), 'main')).toContain(
      'The acknowledgement was not sent: we had sent that address as many emails as we send in an hour or a day.',
    );
  });

  test('is told so of a call: no invitation comes, and no cancellation', async () => {
    for (const name of ['A', 'B', 'C']) await sendEnquiry({ name });
    const own = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const said = textIn(await showCase(keyIn(own.link)), 'main');
    expect(said).toContain('No email comes about this.');
    expect(said).toContain('No invitation comes by email.');
    expect(said).not.toContain('Your invitation comes by email');
    expect(textIn(await below(own).showCancel(), 'main')).not.toContain('by email');
  });

  test('is written to all the same when staff book, send the link or release', async () => {
    for (const name of ['A', 'B', 'C']) await sendEnquiry({ name });
    const { reference } = await sendEnquiry({ name: 'D. Person', phone: '01632 960 001' });
    const before = mailTo(t, 'person@example.org').length;
    const send = `/desk/cases/${reference}/send-link/`;
    expect((await desk.post(send, fieldsIn(await desk.show(send)))).status).toBe(303);
    const book = `/desk/cases/${reference}/book/discovery-call/`;
    await desk.post(book, { start: '2026-11-26T14:30:00+00:00' });
    const [row] = await t.app.database.query<{ id: string }>('SELECT id FROM bookings');
    const move = `/desk/cases/${reference}/calls/${row?.id}/move/`;
    await desk.post(move, { start: '2026-11-26T15:30:00+00:00' });
    expect(mailTo(t, 'person@example.org').length).toBe(before + 3);
  });
});

test('a call that was told of goes on being told of, whatever else its address gets', async () => {
  const { booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
  for (const name of ['A', 'B', 'C', 'D']) await sendEnquiry({ name });
  const before = mailTo(t, 'person@example.org').length;
  expect(before).toBe(3);
  await moveTo(booking, '2026-11-26T15:30:00+00:00');
  t.setNow('2026-11-25T09:00:30Z');
  expect(await remind(t.app)).toBe(1);
  const kinds = await t.app.database.query<{ kind: string }>(
    `SELECT kind FROM messages WHERE audience = 'enquirer' AND booking_id IS NOT NULL ORDER BY place`,
  );
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'confirmation of a call',
    'new time of a call',
    'reminder of a call',
  ]);
  const mailed = mailTo(t, 'person@example.org').length;
  await cancelCall(booking);
  expect(mailTo(t, 'person@example.org').length).toBe(mailed + 1);
});
