import { beforeEach, describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  keyIn,
  mailTo,
} from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, oneRow, postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { textIn } from '../support/read-page.ts';

const STAFF = 'staff@example.org';
const CALLER = 'person@example.org';
const AUTOMATIC = { 'leave-empty': 'https://example.org' };
const WHEN = 'Thursday 26 November, 2:30pm to 3pm, UK time';

const t = testApp();
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  desk = deskOf(await signIn(t));
});
const quarantinedCall = async (overrides: Record<string, unknown> = {}) =>
  inQuarantine(t, await bookDiscoveryCall(makeDiscoveryCall({ ...AUTOMATIC, ...overrides })));

const release = (reference: string) => desk.about(reference).act('release');

describe('releasing an enquiry', () => {
  test('says first what will happen, then enqueues what had been held back', async () => {
    const { reference } = await inQuarantine(t, await postEnquiry(AUTOMATIC));
    const { show, showAct, path } = desk.about(reference);
    expect(textIn(await show(), '.case-nexts')).toContain('This looked automatic.');
    const page = await showAct('release');
    expect(list(page, '.case-will li')[0]).toBe(
      'The acknowledgement goes to person@example.org, and staff are notified.',
    );
    expect(t.mailbox.messages).toHaveLength(0);
    t.setNow('2026-11-24T11:00:00Z');
    const response = await release(reference);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${path}?done=released`,
    ]);
    expect(mailTo(t, CALLER)[0]?.subject).toBe(`We have your enquiry: ${reference}`);
    expect(mailTo(t, STAFF)[0]?.subject).toContain(`New enquiry ${reference}`);
    expect(await count(t, 'cases WHERE quarantined_at IS NULL')).toBe(1);
    const shown = await show();
    expect(textIn(shown, '.case-nexts')).toContain('We have not got back to them yet.');
    expect(textIn(shown, '.timeline')).toContain(`${STAFF} released it from quarantine.`);
    const row = await oneRow<{ at: Date }>(t, 'SELECT last_contact_at AS at FROM cases');
    expect(row.at.toISOString()).toBe('2026-11-24T11:00:00.000Z');
    expect(await oneRow(t, "SELECT act, reference FROM audit WHERE act <> 'case read'")).toEqual({
      act: 'released, at the desk',
      reference,
    });
  });

  test('twice, or by two at once, sends nothing twice', async () => {
    const { reference } = await inQuarantine(t, await postEnquiry(AUTOMATIC));
    const answers = await Promise.all([release(reference), release(reference)]);
    const places = answers.map(({ headers }) => headers.get('location')?.split('=')[1]).sort();
    expect(places).toEqual(['released', 'released-before']);
    expect(t.mailbox.messages).toHaveLength(2);
    expect(await count(t, 'case_acts')).toBe(1);
    expect((await desk.about(reference).showAct('release')).status).toBe(409);
  });
});

describe('releasing a call', () => {
  test('claims its time, invites everybody, and reminds as for a call booked then', async () => {
    const { reference } = await quarantinedCall();
    const { showAct } = desk.about(reference);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(0);
    expect(list(await showAct('release'), '.case-will li')[0]).toBe(
      `The discovery call with A. Person on ${WHEN}, is booked: the time is free. The confirmation and the invitation go to ${CALLER}, and staff get a notice.`,
    );
    t.setNow('2026-11-24T11:00:00Z');
    await release(reference);
    const email = mailTo(t, CALLER)[0];
    expect(email?.subject).toBe('Your discovery call is booked: Thursday 26 November, 2:30pm');
    expect(inviteIn(email)).toMatchObject({ method: 'REQUEST', sequence: 0 });
    expect(inviteIn(email).text).toContain('DTSTAMP:20261124T110000Z');
    expect(inviteIn(mailTo(t, STAFF)[0]).method).toBe('REQUEST');
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
    t.setNow('2026-11-25T09:00:00Z');
    await runJob(t.app, 'remind');
    expect(mailTo(t, CALLER).at(-1)?.subject).toContain('Reminder of your discovery call');
  });

  test('released after 9am of the day before is not reminded of', async () => {
    const { reference } = await inQuarantine(
      t,
      await bookCallback(
        makeCallback({ ...AUTOMATIC, email: CALLER, start: '2026-11-25T16:00:00+00:00' }),
      ),
    );
    t.setNow('2026-11-24T15:00:00Z');
    await release(reference);
    const before = t.mailbox.messages.length;
    await runJob(t.app, 'remind');
    expect(t.mailbox.messages).toHaveLength(before);
  });

  test('whose time is gone releases the case, and offers the nearest times by email', async () => {
    const { reference, link } = await quarantinedCall();
    await booked(
      await bookCallback(makeCallback({ start: '2026-11-26T14:30:00+00:00', name: 'B. Person' })),
    );
    const { showAct, show, path } = desk.about(reference);
    expect(list(await showAct('release'), '.case-will li')[0]).toBe(
      `The discovery call with A. Person on ${WHEN}, cannot have its time any more, and is cancelled. A. Person gets an email at ${CALLER}, with the nearest times that are free.`,
    );
    t.mailbox.clear();
    const response = await release(reference);
    expect(response.headers.get('location')).toBe(`${path}?done=released-without-time`);
    const [email, ...more] = mailTo(t, CALLER);
    expect(more).toEqual([]);
    expect(email?.subject).toBe('Please choose another time for your discovery call');
    expect(email?.attachments ?? []).toEqual([]);
    expect(email?.text).toContain(
      `Thursday 26 November, 2pm: ${link}discovery-call/?start=2026-11-26T14%3A00%3A00%2B00%3A00`,
    );
    expect(email?.text).not.toContain('Thursday 26 November, 2:30pm:');
    expect(textIn(await show(), '.timeline')).toContain(
      `The discovery call on ${WHEN}, could not have its time. They are sent other times by email.`,
    );
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
    expect(await count(t, 'bookings WHERE quarantined_at IS NOT NULL')).toBe(0);
    expect(textIn(await showCase(keyIn(link)), '.timeline')).toContain(
      `We could not keep the discovery call on ${WHEN}.`,
    );
  });

  test('of somebody without an address says to ring them', async () => {
    const { reference } = await inQuarantine(t, await bookCallback(makeCallback(AUTOMATIC)));
    t.setNow('2026-11-25T10:45:00Z');
    desk = deskOf(await signIn(t));
    const page = await desk.about(reference).showAct('release');
    expect(list(page, '.case-will li')[0]).toContain(
      'They gave no email address: ring 01632 960 001.',
    );
    await release(reference);
    expect(t.mailbox.messages).toHaveLength(0);
    expect(textIn(await desk.about(reference).show(), '.timeline')).toContain(
      'They gave no email address, so they do not know yet: ring 01632 960 001.',
    );
  });

  test('that its enquirer had cancelled stays cancelled, and nobody is told', async () => {
    const { reference, booking } = await quarantinedCall();
    await cancelCall(booking);
    await release(reference);
    expect(t.mailbox.messages).toHaveLength(0);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(0);
    expect(await count(t, 'bookings WHERE quarantined_at IS NOT NULL')).toBe(0);
  });

  test('of which two want one time gives it to exactly one', async () => {
    const one = await quarantinedCall();
    const other = await quarantinedCall({ name: 'B. Person', email: 'other@example.org' });
    await Promise.all([release(one.reference), release(other.reference)]);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
    expect(await count(t, "messages WHERE kind = 'offer of other times'")).toBe(1);
    expect(await count(t, "messages WHERE kind = 'confirmation of a call'")).toBe(1);
  });

  test('releases the call that joined a case which is not in quarantine', async () => {
    const { reference, link } = await sendEnquiry();
    await quarantinedCall({ case: keyIn(link) });
    t.mailbox.clear();
    expect((await release(reference)).headers.get('location')).toContain('done=released');
    expect(mailTo(t, CALLER).map(({ subject }) => subject)).toEqual([
      'Your discovery call is booked: Thursday 26 November, 2:30pm',
    ]);
  });
});
