import { describe, expect, test } from 'vitest';
import { transactionOver } from '#data/client.ts';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { testApp } from '../support/app.ts';
import { bookCallback, booked, count, moveTo } from '../support/bookings.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { openDesk } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { bookedCall, ELEVEN, NOON, TEN } from '../support/offers.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
const desk = deskVisit(t);
const { show, post } = desk;

describe('no times are offered', () => {
  test('where there is no email address: the page says to ring', async () => {
    const { reference } = await booked(await bookCallback(makeCallback()));
    const [row] = await t.app.database.query<{ id: string }>('SELECT id FROM bookings');
    for (const query of [`?call=${row?.id}`, '?kind=callback']) {
      const path = `/desk/cases/${reference}/offer/${query}`;
      const page = await show(path);
      expect(textIn(page, 'main')).toContain('Ring 01632 960 001 and agree a time with them.');
      expect(page.$('form')).toHaveLength(0);
      await post(path, { start: TEN, step: 'send' });
    }
    expect(await count(t, "messages WHERE kind = 'times offered'")).toBe(0);
  });

  test('for a case in quarantine, a call that has begun, and one of another case', async () => {
    const first = await bookedCall(t);
    const other = await sendEnquiry({});
    const foreign = `/desk/cases/${other.reference}/offer/?call=${first.id}`;
    expect((await show(foreign)).status).toBe(409);
    t.setNow('2026-11-26T14:30:00Z');
    await desk.signInAgain();
    expect(textIn(await show(first.path), '.lede')).toMatch(/^That call has begun/);
    await t.app.database.query('UPDATE cases SET quarantined_at = now()');
    expect(textIn(await show(first.path), '.lede')).toMatch(/^This case is in quarantine/);
    expect((await show('/desk/cases/23456789/offer/')).status).toBe(404);
  });

  test('to anybody who is not staff', async () => {
    const { path } = await bookedCall(t);
    expect((await openDesk(get(path))).headers.get('location')).toMatch(/^\/desk\/sign-in\//);
    expect((await openDesk(postForm(path, { start: TEN, step: 'send' }))).status).toBe(401);
    expect(t.mailbox.messages).toEqual([]);
  });
});

describe('what staff wrote is never lost', () => {
  test('when its caller moves the call while the email is read', async () => {
    const call = await bookedCall(t);
    const page = await readPage(await post(call.path, { start: ELEVEN, words: 'Sorry.' }));
    await moveTo(call.booking, NOON);
    t.mailbox.clear();
    const sent = await readPage(await post(call.path, { ...fieldsIn(page), step: 'send' }));
    expect(sent.status).toBe(409);
    expect(faultsIn(sent)[0]?.[0]).toContain('The call has been moved meanwhile');
    expect(sent.$('textarea').val()).toBe('Sorry.');
    expect(t.mailbox.messages).toEqual([]);
  });

  test('while the database is away', async () => {
    const call = await bookedCall(t);
    const { database } = t.app;
    const away = () => Promise.reject(new DatabaseUnavailableError('away'));
    t.app.database = { ...database, ...transactionOver(away) };
    const page = await readPage(
      await post(call.path, { start: ELEVEN, words: 'Sorry.', step: 'send' }),
    );
    const block = { from: '2026-11-26', much: 'day', why: 'Away', step: 'set' };
    const form = await readPage(await post('/desk/times/block/', block));
    t.app.database = database;
    expect([page.status, textIn(page, 'blockquote')]).toEqual([503, 'Sorry.']);
    expect([form.status, fieldsIn(form)]).toEqual([
      503,
      { from: '2026-11-26', to: '', much: 'day', why: 'Away' },
    ]);
  });
});
