import { beforeEach, describe, expect, test } from 'vitest';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { deskApp } from '#web/desk-app.ts';
import { call, testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { everyRow } from '../support/every-row.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

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
    expect(list(await show(), '.timeline li')[0]).toContain(
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
    expect(await count(t, "audit WHERE act <> 'case read'")).toBe(1);
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

  describe('that is there already', () => {
    /** A case with one note, and the pages of the note by what is done with it. */
    async function noted() {
      const { reference, link } = await sendEnquiry();
      await desk.about(reference).act('note', { words: 'Prefers mornings.' });
      const cookie = await signIn(t, OTHER);
      const { id } = await oneRow<{ id: string }>(t, 'SELECT id::text FROM case_acts');
      const pathTo = (act: string) => `/desk/cases/${reference}/notes/${id}/${act}/`;
      const open = async (act: string) => readPage(await call(deskApp, get(pathTo(act), cookie)));
      const press = (act: string, values: Record<string, string>) =>
        call(deskApp, postForm(pathTo(act), values, { cookie }));
      return { reference, link, open, press, show: desk.about(reference).show };
    }

    const everything = async () => JSON.stringify(await everyRow(t));
    const audited = async () =>
      (
        await t.app.database.query<{ act: string }>(
          "SELECT act FROM audit WHERE act <> 'case read' ORDER BY id",
        )
      ).map(({ act }) => act);

    test('is changed: what it said before is kept nowhere', async () => {
      const { open, press, show } = await noted();
      const fields = fieldsIn(await open('change'));
      expect(fields['words']).toBe('Prefers mornings.');
      t.setNow('2026-11-24T11:00:00Z');
      expect((await press('change', { ...fields, words: 'Prefers evenings.' })).status).toBe(303);
      expect(list(await show(), '.timeline li')[0]).toContain(
        `Tuesday 24 November, 10am ${STAFF} wrote a note. Changed by ${OTHER}, Tuesday 24 November, 11am. Prefers evenings.`,
      );
      expect(await everything()).not.toContain('mornings');
      expect(await audited()).toEqual(['note, at the desk', 'note changed, at the desk']);
    });

    test('is removed: nothing of it is left but a line in the audit', async () => {
      const { open, press, show } = await noted();
      const page = await open('remove');
      expect(page.$('.case-words').text()).toBe('Prefers mornings.');
      expect(await count(t, 'case_acts')).toBe(1);
      expect((await press('remove', fieldsIn(page))).status).toBe(303);
      expect((await show()).markup).not.toContain('wrote a note');
      expect(await everything()).not.toContain('mornings');
      expect(await audited()).toEqual(['note, at the desk', 'note removed, at the desk']);
      expect((await press('remove', fieldsIn(page))).status).toBe(409);
      expect((await open('change')).status).toBe(409);
    });

    test('is not written over, nor removed, once another has changed it', async () => {
      const { open, press } = await noted();
      const seen = fieldsIn(await open('change'));
      const removal = fieldsIn(await open('remove'));
      const other = await sendEnquiry({ email: 'second@example.org', phone: undefined });
      await press('change', { ...seen, words: 'First.' });
      const page = await readPage(await press('change', { ...seen, words: 'Second.' }));
      expect([page.status, faultsIn(page)[0]?.[0]]).toEqual([
        409,
        `${OTHER} changed this note after this page was shown, so nothing has been saved yet.`,
      ]);
      expect(list(page, '.meanwhile li')).toEqual([
        'The note: it is now “First.”, and the form has “Second.”.',
      ]);
      expect(page.$('#words').val()).toBe('Second.');
      const removed = await readPage(await press('remove', removal));
      expect([removed.status, textIn(removed, '.lede')]).toEqual([
        409,
        `${OTHER} changed this note after this page was shown, so it was not removed. Read at the case what it says now.`,
      ]);
      const moving = { seen: seen['seen'] ?? '', to: other.reference, sure: 'yes' };
      const moved = await readPage(await press('move', moving));
      expect([moved.status, textIn(moved, '.lede')]).toEqual([
        409,
        `${OTHER} changed this note after this page was shown, so it was not moved. Read at the case what it says now.`,
      ]);
      expect(await everything()).toContain('First.');
      expect(await audited()).toHaveLength(2);
      expect((await press('change', fieldsIn(page))).status).toBe(303);
      expect(await everything()).toContain('Second.');
    });

    test('is changed once, however often its button is pressed', async () => {
      const { open, press } = await noted();
      const values = { ...fieldsIn(await open('change')), words: 'Once.' };
      for (const _ of [1, 2]) expect((await press('change', values)).status).toBe(303);
      expect(await audited()).toHaveLength(2);
    });

    test('comes back, with why, when nothing is left in it', async () => {
      const { open, press } = await noted();
      const page = await readPage(
        await press('change', { ...fieldsIn(await open('change')), words: ' ' }),
      );
      expect(page.status).toBe(422);
      expect(await everything()).toContain('mornings');
    });
  });

  test('while the database is away comes back, whole', async () => {
    const { reference } = await sendEnquiry();
    const cookie = await signIn(t);
    const { database } = t.app;
    const away = () => Promise.reject(new DatabaseUnavailableError('away'));
    t.app.database = { ...database, query: away, transaction: away };
    const request = postForm(`/desk/cases/${reference}/note/`, { words: 'Kept.' }, { cookie });
    const page = await readPage(await call(deskApp, request));
    t.app.database = database;
    expect(page.status).toBe(503);
    expect(page.$('#words').val()).toBe('Kept.');
    expect(await count(t, 'case_acts')).toBe(0);
  });
});
