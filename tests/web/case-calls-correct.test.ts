import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  count,
  getInvite,
  keyIn,
  mailTo,
} from '../support/bookings.ts';
import { below, showCase } from '../support/case-pages.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { inviteIn } from '../support/read-calendar.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';

const t = testApp();

const DETAILS = {
  name: 'A. Person',
  phone: '01632 960 001',
  email: 'person@example.org',
  organisation: 'Example County Council',
};

test('the details stand in their form, and are saved with every calendar told', async () => {
  const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall({ topic: 'Carers' })));
  const { showCorrect, correct } = below(answer);
  const page = await showCorrect();
  expect(page.$('form').attr('method')).toBe('post');
  expect(fieldsIn(page)).toMatchObject({ ...DETAILS, topic: 'Carers' });
  const response = await correct({ ...DETAILS, phone: '01632 960 002' });
  expect([response.status, response.headers.get('location')]).toEqual([303, answer.link]);

  const shown = await showCase(keyIn(answer.link));
  expect(textIn(shown, '.call')).toContain('We will ring you on 01632 960 002, at 2:30pm');
  expect(textIn(shown, '.answers')).not.toContain('Carers');
  for (const to of ['person@example.org', 'staff@example.org']) {
    const invite = inviteIn(mailTo(t, to).at(-1));
    expect([invite.method, invite.sequence]).toEqual(['REQUEST', 1]);
    // The number was typed: staff read it, and an address that anyone may have typed does not.
    expect(invite.text.includes('01632 960 002')).toBe(to === 'staff@example.org');
  }
  expect(mailTo(t, 'staff@example.org').at(-1)?.text).not.toContain('/your-enquiry/');
});

test('another email address gets the call as an event of its own, and the one before loses it and learns nothing', async () => {
  const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
  await below(answer).correct({ ...DETAILS, email: 'right@example.org', name: 'B. Person' });
  const right = mailTo(t, 'right@example.org');
  expect(right.map(({ subject }) => subject)).toEqual([
    'The details of your discovery call have changed: Thursday 26 November, 2:30pm',
  ]);
  expect(inviteIn(right[0]).method).toBe('REQUEST');
  const farewell = mailTo(t, 'person@example.org').at(-1);
  const cancelled = inviteIn(farewell);
  expect([cancelled.method, cancelled.sequence]).toEqual(['CANCEL', 1]);
  const [first, ...rest] = mailTo(t, 'person@example.org').map(inviteIn);
  expect(rest.map(({ uid }) => uid)).toEqual([first?.uid]);
  expect(inviteIn(right[0]).uid).not.toBe(first?.uid);
  expect(cancelled.description).toMatch(/^This call is cancelled in this calendar/);
  const staff = mailTo(t, 'staff@example.org').map(inviteIn);
  expect(new Set(staff.map(({ uid }) => uid)).size).toBe(1);
  expect(staff[0]?.uid).not.toBe(first?.uid);
  expect(`${farewell?.text}${farewell?.html}${cancelled.text}`).not.toMatch(
    /your-enquiry|B\. Person|right@|01632 960 001/,
  );
  expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
});

/** The call as its case's own page leads to it, wherever a change has led the browser on to. */
async function belowAfter(answer: Response) {
  const link = answer.headers.get('location') ?? '';
  const { $ } = await showCase(keyIn(link));
  const [, booking = ''] = /bookings\/([\w-]{43})\//.exec($.html()) ?? [];
  return below({ link, booking });
}

test('an address given up is told, and one given for the first time is invited', async () => {
  const answer = await booked(await bookCallback(makeCallback({ email: 'person@example.org' })));
  const given = await below(answer).correct({ name: 'A. Person', phone: '01632 960 001' });
  expect(inviteIn(mailTo(t, 'person@example.org').at(-1)).method).toBe('CANCEL');
  const { correct } = await belowAfter(given);
  const late = { name: 'A. Person', phone: '01632 960 001', email: 'late@example.org' };
  expect((await correct(late)).status).toBe(303);
  const mail = mailTo(t, 'late@example.org').at(-1);
  expect(mail?.text).not.toContain('no longer work');
  const invite = inviteIn(mail);
  expect([invite.method, invite.sequence]).toEqual(['REQUEST', 2]);
});

test('whoever had the link at an address that was wrong can do nothing with it any more', async () => {
  const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
  const right = await below(answer).correct({ ...DETAILS, email: 'right@example.org' });
  const { showMove, showCorrect, showCancel, cancel } = below(answer);
  for (const page of [await showMove(), await showCorrect(), await showCancel()]) {
    expect(page.status).toBe(404);
    expect(textIn(page, '.lede')).toContain(
      'After an email address was corrected, only the newest link works',
    );
    expect(page.$('main a').attr('href')).toBe('/your-enquiry/');
  }
  expect((await cancel()).status).toBe(404);
  expect((await cancelCall(answer.booking)).status).toBe(404);
  expect((await getInvite(answer.booking)).status).toBe(404);
  expect((await showCase(keyIn(answer.link))).status).toBe(404);
  const now = await belowAfter(right);
  const [mail] = mailTo(t, 'right@example.org');
  expect(mail?.text).toContain(`${now.path}reschedule/`);
  expect(mail?.text).toContain('Links we sent before no longer work.');
  expect((await now.cancel()).status).toBe(303);
});

test('the same details again change nothing and send nothing', async () => {
  const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
  const before = t.mailbox.messages.length;
  expect((await below(answer).correct(DETAILS)).status).toBe(303);
  expect(t.mailbox.messages).toHaveLength(before);
  expect(await count(t, 'bookings WHERE sequence = 0')).toBe(1);
});

test('what is wrong comes back to be fixed, with everything typed', async () => {
  const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
  const page = await readPage(
    await below(answer).correct({ ...DETAILS, email: 'nowhere', organisation: '', topic: 'New' }),
  );
  expect(page.status).toBe(422);
  expect(faultsIn(page).map(([, to]) => to)).toEqual(['#email', '#organisation']);
  expect(fieldsIn(page)).toMatchObject({ email: 'nowhere', topic: 'New', name: 'A. Person' });
});

test('a call that is cancelled or has begun is not corrected', async () => {
  const cancelled = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
  await cancelCall(cancelled.booking);
  const begun = await booked(await bookCallback(makeCallback()));
  t.setNow('2026-11-25T11:00:00Z');
  for (const answer of [cancelled, begun]) {
    const { showCorrect, correct } = below(answer);
    expect((await showCorrect()).status).toBe(409);
    expect((await correct({ ...DETAILS, name: 'B. Person' })).status).toBe(409);
  }
  expect(await count(t, "bookings WHERE name = 'B. Person'")).toBe(0);
});

test('one in quarantine is corrected, and nobody is told', async () => {
  const trapped = makeDiscoveryCall({ 'leave-empty': 'http://example.org' });
  const answer = await inQuarantine(t, await bookDiscoveryCall(trapped));
  await below(answer).correct({ ...DETAILS, name: 'B. Person' });
  expect(await count(t, "bookings WHERE name = 'B. Person'")).toBe(1);
  expect(t.mailbox.messages).toHaveLength(0);
});
