import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { sendComplaint } from '../support/make-complaint.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post, signInAgain } = deskVisit(t);

const lastContact = async () =>
  (await oneRow<{ at: Date }>(t, 'SELECT last_contact_at AS at FROM cases')).at.toISOString();

test('an outcome that is undone leaves when we were last in touch as it was before it', async () => {
  const { reference } = await sendEnquiry();
  const path = `/desk/cases/${reference}/`;
  const before = await lastContact();
  t.setNow('2026-11-24T11:00:00Z');
  await signInAgain();
  await post(`${path}outcome/`, { outcome: 'wrote' });
  const wrote = await lastContact();
  expect(wrote > before).toBe(true);
  t.setNow('2026-11-24T12:00:00Z');
  await post(`${path}outcome/`, { outcome: 'spoke' });
  const undo = async () => post(`${path}undo/`, fieldsIn(await show(`${path}undo/`)));
  expect((await undo()).headers.get('location')).toBe(`${path}?done=undone`);
  expect(await lastContact()).toBe(wrote);
  await undo();
  expect(await lastContact()).toBe(before);
  expect(textIn(await show(path), '.case-line')).toContain(
    'Last in touch Tuesday 24 November, 10am.',
  );
});

describe('an outcome that was noted at the wrong case', () => {
  const NOTED = {
    outcome: 'not-now',
    words: 'A. Person rings in spring.',
    followUp: '2026-12-10',
  };

  /** Two cases, at the first of which an outcome was noted that belongs to the other. */
  async function atTheWrongOne(noted: Record<string, string> = NOTED) {
    const { reference: wrong } = await sendEnquiry();
    const { reference: right } = await sendEnquiry({ name: 'B. Person', email: 'b@example.org' });
    const undoing = `/desk/cases/${wrong}/undo/`;
    await post(`/desk/cases/${wrong}/outcome/`, noted);
    const form = fieldsIn(await show(undoing));
    return {
      right,
      undoing,
      shown: await show(undoing),
      undo: (to: string) => post(undoing, { ...form, to }),
      outcome: `/desk/cases/${right}/outcome/`,
    };
  }

  const undone = () =>
    oneRow(t, "SELECT count(undone_at)::int AS n FROM case_acts WHERE act = 'outcome'");

  test('is filled in at the right one as it is undone, and its words are in no address', async () => {
    const { right, shown, undo, outcome } = await atTheWrongOne();
    expect(textIn(shown, 'blockquote')).toBe(NOTED.words);
    const answer = await undo(right.toLowerCase());
    expect(answer.status).toBe(303);
    const onward = answer.headers.get('location') ?? '';
    expect(onward).toMatch(new RegExp(`^${outcome}\\?from=[^&]+&undone=\\d+$`));
    const page = await show(onward);
    expect(fieldsIn(page)).toMatchObject(NOTED);
    expect(textIn(page, '.notice-box')).toContain('It is for B. Person, ');
    expect((await post(outcome, fieldsIn(page))).status).toBe(303);
    const timeline = textIn(await show(`/desk/cases/${right}/`), '.timeline');
    expect(timeline).toContain(NOTED.words);
  });

  test('is asked about beside the cases that it is joined with', async () => {
    const { right, undoing, shown } = await atTheWrongOne();
    expect(textIn(shown, 'main')).not.toContain('This case is joined with');
    const wrong = undoing.split('/')[3] ?? '';
    await post(`/desk/cases/${wrong}/join/${right}/`, {});
    const page = await show(undoing);
    expect(textIn(page, 'main')).toContain('This case is joined with B. Person');
    expect(page.$(`form a[href="/desk/cases/${right}/"]`)).toHaveLength(1);
  });

  test('goes on to the right one when it is pressed twice', async () => {
    const { right, undo } = await atTheWrongOne();
    const [one, two] = [await undo(right), await undo(right)];
    expect(two.headers.get('location')).toBe(one.headers.get('location'));
  });

  test('leaves the date that somebody set at the right one, where none was typed with it', async () => {
    const { right, undo } = await atTheWrongOne({ outcome: 'spoke', words: 'x' });
    await post(`/desk/cases/${right}/follow-up/`, { followUp: '2026-12-21' });
    const page = await show((await undo(right)).headers.get('location') ?? '');
    expect(fieldsIn(page)).toMatchObject({ outcome: 'spoke', followUp: '2026-12-21' });
  });

  test.each(['nonsense', '22222222', 'itself'])(
    'is not undone while the other case is %s, and what was typed stays',
    async (typed) => {
      const { undoing, undo } = await atTheWrongOne();
      const to = typed === 'itself' ? (undoing.split('/')[3] ?? '') : typed;
      const page = await readPage(await undo(to));
      const message =
        typed === 'nonsense'
          ? 'Enter the reference of another case'
          : 'No other case has this reference. Look it up under Cases';
      expect([page.status, faultsIn(page)]).toEqual([422, [[message, '#to']]]);
      expect(fieldsIn(page)['to']).toBe(to);
      expect(await undone()).toEqual({ n: 0 });
    },
  );

  test('is not undone for an open complaint, where it could not be noted', async () => {
    const { undo } = await atTheWrongOne();
    const { reference } = await sendComplaint();
    const page = await readPage(await undo(reference));
    expect([page.status, faultsIn(page)[0]?.[0]]).toEqual([
      422,
      'That case is an open complaint, which is closed by its own outcome alone. Leave this empty',
    ]);
    expect(await undone()).toEqual({ n: 0 });
  });

  test('is filled in nowhere before it is undone', async () => {
    const { outcome, undoing } = await atTheWrongOne();
    const { seen } = fieldsIn(await show(undoing));
    const page = await show(`${outcome}?from=${undoing.split('/')[3]}&undone=${seen}`);
    expect(fieldsIn(page)).toMatchObject({ words: '', followUp: '' });
  });

  test('has its words removed afterwards: the outcome stays, and the form at the right case has none', async () => {
    const { right, undoing, undo } = await atTheWrongOne();
    const path = undoing.replace('undo/', '');
    expect((await show(path)).markup).not.toContain('Remove these words');
    const onward = (await undo(right)).headers.get('location') ?? '';
    expect(fieldsIn(await show(onward))).toMatchObject({ words: NOTED.words });
    const link = (await show(path)).$('.note-acts a').attr('href') ?? '';
    expect((await show('/desk/cases/?q=spring')).markup).toContain(path);
    const page = await show(link);
    expect([textIn(page, 'h1'), textIn(page, 'blockquote')]).toEqual([
      'Remove these words?',
      NOTED.words,
    ]);
    expect((await show(link.replace('remove', 'change'))).status).toBe(409);
    expect((await show(link.replace('remove', 'move'))).status).toBe(409);
    const answer = await post(link, fieldsIn(page));
    expect(answer.headers.get('location')).toBe(`${path}?done=undone-words-removed`);
    const left = textIn(await show(path), '.timeline');
    expect(left).toContain('Undone by staff@example.org');
    expect(left).not.toContain('rings in spring');
    expect((await show(path)).$('.note-acts a')).toHaveLength(0);
    expect(
      await oneRow(
        t,
        "SELECT count(*)::int AS n FROM audit WHERE act = 'words of an undone outcome removed, at the desk'",
      ),
    ).toEqual({ n: 1 });
    expect((await show('/desk/cases/?q=spring')).markup).not.toContain(path);
    expect(fieldsIn(await show(onward))).toMatchObject({ outcome: NOTED.outcome, words: '' });
    expect((await post(link, fieldsIn(page))).status).toBe(409);
  });

  test('keeps its words while it stands: they are not removed by themselves', async () => {
    const { undoing } = await atTheWrongOne();
    const { seen } = fieldsIn(await show(undoing));
    expect((await show(undoing.replace('undo', `notes/${seen}/remove`))).status).toBe(409);
  });
});
