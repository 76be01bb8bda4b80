import { describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { testApp } from '../support/app.ts';
import { bookCallback, booked, count, keyIn, mailTo } from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { faultsIn, fieldsIn, labelOf, readPage } from '../support/read-page.ts';

const STAFF = 'staff@example.org';
const PERSON = 'person@example.org';
const START = '2026-11-27T10:00:00+00:00';

const t = testApp();
const { show, post, signInAgain } = deskVisit(t);

/** An enquiry with a call that we booked from it, and no mail of either left. */
async function aCaseWithCall(enquiry: Record<string, string> = {}) {
  const { reference, link } = await sendEnquiry({ phone: '01632 960 001', ...enquiry });
  const path = `/desk/cases/${reference}/`;
  await post(`${path}book/callback/`, { start: START });
  await runJob(t.app, 'deliver');
  t.mailbox.clear();
  return { path, reference, link };
}

/** Corrects what we hold, as the form posts it. */
async function correct(path: string, changes: Record<string, string>, without: string[] = []) {
  const shown = fieldsIn(await show(`${path}details/`));
  const fields = Object.entries({ ...shown, interests: 'groups', ...changes });
  const posted = fields.filter(([name]) => !without.includes(name));
  const answer = await post(`${path}details/`, Object.fromEntries(posted));
  await runJob(t.app, 'deliver');
  return answer.headers.get('location');
}

const call = () =>
  oneRow<Record<string, string | null>>(
    t,
    'SELECT name, phone, email, organisation, sequence FROM bookings',
  );

describe('details corrected with the calls to come', () => {
  test('change both at once, by a tick that is ticked; staff calendars follow, the diary too', async () => {
    const { path } = await aCaseWithCall();
    const form = await show(`${path}details/`);
    expect(labelOf(form, 'calls')).toBe('Correct the call to come as well');
    expect(form.$('#calls').is('[checked]')).toBe(true);
    expect(await correct(path, { organisation: 'Example Borough Council' })).toBe(
      `${path}?done=details-and-calls`,
    );
    expect(await call()).toMatchObject({ organisation: 'Example Borough Council' });
    expect(inviteIn(mailTo(t, STAFF)[0])).toMatchObject({ sequence: 1 });
    for (const page of ['/desk/diary/', '/desk/diary/2026-11-27/', path]) {
      expect((await show(page)).$('main').text(), page).toContain('Example Borough Council');
    }
    const timeline = list(await show(path), '.timeline li');
    expect(timeline.slice(0, 2)).toEqual([
      expect.stringContaining(`${STAFF} corrected the details of the callback.`),
      expect.stringContaining(`${STAFF} corrected their details.`),
    ]);
  });

  test('mail their person only when it changes what they were sent', async () => {
    const { path } = await aCaseWithCall();
    await correct(path, { organisation: 'Example Borough Council' });
    expect(mailTo(t, PERSON)).toEqual([]);
    t.setNow('2026-11-24T10:05:00Z');
    await correct(path, { name: 'B. Person' });
    expect(mailTo(t, PERSON)).toHaveLength(1);
    expect(inviteIn(mailTo(t, PERSON)[0])).toMatchObject({ sequence: 2 });
  });

  test('leave the calls when the tick is taken out, and the form keeps it so', async () => {
    const { path } = await aCaseWithCall();
    const wrong = fieldsIn(await show(`${path}details/`));
    const { calls: _calls, ...unticked } = wrong;
    const again = await readPage(await post(`${path}details/`, { ...unticked, name: '' }));
    expect(faultsIn(again)[0]?.[1]).toBe('#name');
    expect([again.$('#calls').length, again.$('#calls').is('[checked]')]).toEqual([1, false]);
    const changes = { organisation: 'Example Borough Council' };
    expect(await correct(path, changes, ['calls'])).toBe(`${path}?done=details`);
    expect(await call()).toMatchObject({ organisation: 'Example County Council', sequence: 0 });
    expect(t.mailbox.messages).toEqual([]);
  });

  test('are not asked about where no call is to come', async () => {
    const { reference } = await sendEnquiry();
    const path = `/desk/cases/${reference}/`;
    expect((await show(`${path}details/`)).$('#calls')).toHaveLength(0);
    expect(await correct(path, { name: 'B. Person' })).toBe(`${path}?done=details`);
  });

  test('leave what a colleague’s call says otherwise', async () => {
    const { reference, link } = await sendEnquiry({ phone: '01632 960 001' });
    const path = `/desk/cases/${reference}/`;
    const colleague = { name: 'C. League', email: 'c@example.org', phone: '01632 960 002' };
    await booked(await bookCallback(makeCallback({ ...colleague, case: keyIn(link) })));
    const { organisation } = await call();
    await correct(path, { name: 'B. Person', email: 'b@example.org', phone: '01632 960 003' });
    expect(await call()).toMatchObject({ ...colleague, organisation });
  });

  test('keep a number to ring when the enquiry gives none any more', async () => {
    const { path } = await aCaseWithCall();
    await correct(path, { phone: '' });
    expect(await call()).toMatchObject({ phone: '01632 960 001' });
  });

  test('hand every call on to a new address, with links that work, and end the old ones', async () => {
    const { path, link } = await aCaseWithCall();
    await post(`${path}book/discovery-call/`, { start: '2026-11-30T11:00:00+00:00' });
    await runJob(t.app, 'deliver');
    t.mailbox.clear();
    await correct(path, { email: 'new@example.org' });
    expect(await count(t, "bookings WHERE email = 'new@example.org'")).toBe(2);
    expect((await showCase(keyIn(link))).status).toBe(404);
    expect(mailTo(t, PERSON).map((mail) => inviteIn(mail)?.method)).toEqual(['CANCEL', 'CANCEL']);
    const arrived = mailTo(t, 'new@example.org');
    expect(arrived.map((mail) => inviteIn(mail)?.method)).toEqual(['REQUEST', 'REQUEST']);
    for (const { text = '' } of arrived) {
      expect(text).toContain('Links we sent before no longer work.');
      const [, key = ''] = /\/your-enquiry\/([\w-]+)\//.exec(text) ?? [];
      expect((await showCase(key)).status).toBe(200);
    }
  });

  test('leave calls that have begun, that are cancelled, and that are in quarantine', async () => {
    const { path } = await aCaseWithCall();
    t.setNow('2026-11-27T10:05:00Z');
    await signInAgain();
    expect((await show(`${path}details/`)).$('#calls')).toHaveLength(0);
    expect(await correct(path, { name: 'B. Person', calls: 'yes' })).toBe(`${path}?done=details`);
    expect(await call()).toMatchObject({ name: 'A. Person' });
  });
});
