import { describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { deliver } from '#services/notifications/deliver.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
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
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { postForm } from '../support/requests.ts';

const t = testApp();

const TO = 'person@example.org';
const FRIDAY = '2026-11-27T10:00:00+00:00';
const book = async () => booked(await bookDiscoveryCall(makeDiscoveryCall()));
const methods = (to: string) =>
  mailTo(t, to)
    .filter(({ attachments }) => attachments)
    .map((email) => [inviteIn(email).method, inviteIn(email).sequence]);

describe('invitations', () => {
  test('reach a mailbox in the order they were enqueued, however late the first', async () => {
    t.mailbox.setFaults({ next: Array.from({ length: 2 }, () => '500' as const) });
    const { booking } = await book();
    await moveTo(booking, FRIDAY);
    await cancelCall(booking);
    expect(t.mailbox.messages).toEqual([]);
    t.setNow('2026-11-24T10:10:00Z');
    await deliver(t.app, 10_000);
    const told = [
      ['REQUEST', 0],
      ['REQUEST', 1],
      ['CANCEL', 2],
    ];
    expect(methods(TO)).toEqual(told);
    expect(methods('staff@example.org')).toEqual(told);
  });

  test('about one call do not wait for another’s', async () => {
    t.mailbox.setFaults({ next: ['500', '500'] });
    await book();
    await booked(await bookCallback(makeCallback({ email: TO })));
    expect(methods(TO)).toHaveLength(1);
  });

  test.each([
    ['whose time was changed', `replace(invite::text, '"start":1795', '"start":1794')`, 'start'],
    [
      'that goes to somebody else',
      `replace(invite::text, '"attendee":{"email":"person', '"attendee":{"email":"other')`,
      'attendee',
    ],
    ['whose snapshot cannot be read', `'{}'`, 'snapshot'],
  ])('one %s is not sent, and staff are told which rule it breaks', async (_, changed, rule) => {
    t.mailbox.setFaults({ next: ['500', '500'] });
    await book();
    await t.app.database.query(
      `UPDATE messages SET invite = (${changed})::json WHERE audience = 'enquirer'`,
    );
    t.setNow('2026-11-24T10:10:00Z');
    await deliver(t.app, 10_000);
    expect(mailTo(t, TO)).toEqual([]);
    const [failed] = await t.app.database.query<{ failure: string; scrubbed: boolean }>(
      `SELECT failure, payload IS NULL AND invite IS NULL AS scrubbed FROM messages WHERE failed_at IS NOT NULL`,
    );
    expect(failed?.failure).toMatch(new RegExp(`^invitation: .*${rule}`));
    expect(failed?.scrubbed).toBe(true);
    const told = mailTo(t, 'staff@example.org').find(({ subject }) =>
      /not delivered/.test(subject),
    );
    expect(told?.text).toContain(failed?.failure);
  });
});

describe('an enquirer withdraws', () => {
  const withdrawFrom = async (link: string) => {
    const path = `/your-enquiry/${keyIn(link)}/withdraw/`;
    const response = await call(publicApp, postForm(path, {}));
    expect(response.status).toBe(200);
  };

  test('their calls are cancelled first, in every calendar, and nothing else stays', async () => {
    const { link, reference, booking } = await book();
    await withdrawFrom(link);
    for (const table of [
      'cases',
      'bookings',
      'submissions',
      'messages WHERE case_id IS NOT NULL',
    ]) {
      expect(await count(t, table)).toBe(0);
    }
    expect(methods(TO)).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
    ]);
    expect(methods('staff@example.org')).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
    ]);
    const [first, last] = mailTo(t, TO).map(inviteIn);
    expect(last).toMatchObject({ uid: first?.uid, start: first?.start, status: 'CANCELLED' });
    const word = mailTo(t, TO).at(-1);
    expect(`${word?.text}${word?.html}${last?.text}`).not.toMatch(
      new RegExp(`${keyIn(link)}|${booking}`),
    );
    const toStaff = mailTo(t, 'staff@example.org').slice(1);
    expect(toStaff).toHaveLength(2);
    for (const email of toStaff) {
      const ics = email.attachments ? inviteIn(email).text : '';
      expect(`${email.subject}${email.text}${ics}`).toContain(reference);
      expect(`${email.subject}${email.text}${email.html}${ics}`).not.toMatch(
        /A\. Person|01632|Example County|person@/,
      );
    }
    expect(await count(t, 'messages WHERE payload IS NOT NULL OR invite IS NOT NULL')).toBe(0);
  });

  test('what has passed, was cancelled or is in quarantine is not cancelled again', async () => {
    const { link, booking } = await book();
    await cancelCall(booking);
    const trapped = makeCallback({
      case: keyIn(link),
      'leave-empty': 'http://example.org',
      email: TO,
    });
    await inQuarantine(t, await bookCallback(trapped));
    const early = makeCallback({ case: keyIn(link), email: TO });
    await booked(await bookCallback(early));
    const sent = mailTo(t, TO).length;
    t.setNow('2026-11-25T11:00:00Z');
    await withdrawFrom(link);
    expect(mailTo(t, TO)).toHaveLength(sent);
  });

  test('word that cannot be delivered is kept for a day, holding recipient and body alone, and then goes', async () => {
    const { link } = await book();
    t.mailbox.setFaults({ rate: { status500: 1 } });
    await withdrawFrom(link);
    const waiting = 'messages WHERE payload IS NOT NULL';
    expect(await count(t, `${waiting} AND case_id IS NULL`)).toBe(3);
    // The sweep does not run for a day.
    t.setNow('2026-11-25T09:59:00Z');
    expect(await count(t, waiting)).toBe(3);
    t.setNow('2026-11-25T10:00:01Z');
    await runJob(t.app, 'deliver');
    const rows = await t.app.database.query<{ row: string }>(
      'SELECT m::text AS row FROM messages m',
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(TO);
  });
});

test('retention that ends before a call cancels it first', async () => {
  await book();
  await t.app.database.query(
    `UPDATE cases SET created_at = '2025-01-01Z', last_contact_at = '2025-01-01Z'`,
  );
  await runJob(t.app, 'erase');
  expect(await count(t, 'cases')).toBe(0);
  await runJob(t.app, 'deliver');
  expect(methods(TO)).toEqual([
    ['REQUEST', 0],
    ['CANCEL', 1],
  ]);
});
