import { beforeEach, describe, expect, test } from 'vitest';
import { DatabaseUnavailableError } from '#data/errors.ts';
import notePage from '#web/desk/cases/note-routes.ts';
import { call, testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { faultsIn, fieldsIn, readPage } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';

const STAFF = 'staff@example.org';
const OTHER = 'other@example.org';

const t = testApp({ STAFF_EMAIL: `${STAFF},${OTHER}` });
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  desk = deskOf(await signIn(t));
});
const lastContact = async () =>
  (await oneRow<{ at: Date }>(t, 'SELECT last_contact_at AS at FROM cases')).at.toISOString();

describe('a note', () => {
  test('is kept with who wrote it and when, and moves no date of contact', async () => {
    const { reference } = await sendEnquiry();
    const { act, show, showAct } = desk.about(reference);
    t.setNow('2026-11-24T11:00:00Z');
    const fields = fieldsIn(await showAct('note'));
    expect((await act('note', { ...fields, words: 'Ring in the morning.' })).status).toBe(303);
    expect(list(await show(), '.timeline li')[0]).toBe(
      `Tuesday 24 November, 11am ${STAFF} wrote a note. Ring in the morning.`,
    );
    expect(await lastContact()).toBe('2026-11-24T10:00:00.000Z');
  });

  test('of 5,000 characters is kept whole; an empty one, or a longer, comes back', async () => {
    const { reference } = await sendEnquiry();
    const { act } = desk.about(reference);
    expect((await act('note', { words: '“é”\n'.repeat(1_250).trim() })).status).toBe(303);
    for (const words of ['', '   ', 'x'.repeat(5_001), '\u200b']) {
      expect((await act('note', { words })).status, words.slice(0, 9)).toBe(422);
    }
    expect(await count(t, 'case_acts')).toBe(1);
  });

  test('from one page is written once, however often its button is pressed', async () => {
    const { reference } = await sendEnquiry();
    const { act, showAct } = desk.about(reference);
    const values = { ...fieldsIn(await showAct('note')), words: 'Once.' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => act('note', values)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    t.setNow('2026-11-24T10:09:00Z');
    await act('note', values);
    expect(await count(t, 'case_acts')).toBe(1);
    expect(await count(t, 'audit')).toBe(1);
    await act('note', { ...fieldsIn(await showAct('note')), words: 'Once.' });
    await act('note', { ...values, words: 'Another.' });
    expect(await count(t, 'case_acts')).toBe(3);
    const other = deskOf(await signIn(t, OTHER)).about(reference);
    await other.act('note', values);
    expect(await count(t, 'case_acts')).toBe(4);
  });

  test('to a case erased meanwhile is not lost: it comes back with why', async () => {
    const { reference } = await sendEnquiry();
    const { act } = desk.about(reference);
    await act('erase');
    const page = await readPage(await act('note', { words: 'Half an hour of typing.' }));
    expect(page.status).toBe(404);
    expect(faultsIn(page)[0]?.[0]).toContain('has been erased meanwhile');
    expect(page.$('#words').val()).toBe('Half an hour of typing.');
  });

  test('while the database is away comes back, whole', async () => {
    const { reference } = await sendEnquiry();
    const cookie = await signIn(t);
    const { database } = t.app;
    const away = () => Promise.reject(new DatabaseUnavailableError('away'));
    t.app.database = { ...database, query: away, transaction: away };
    const request = postForm(`/desk/cases/${reference}/note/`, { words: 'Kept.' }, { cookie });
    const page = await readPage(await call(notePage, request, { reference }));
    t.app.database = database;
    expect(page.status).toBe(503);
    expect(page.$('#words').val()).toBe('Kept.');
    expect(await count(t, 'case_acts')).toBe(0);
  });
});
