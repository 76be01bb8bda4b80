import { beforeEach, describe, expect, test } from 'vitest';
import { deskApp } from '#web/desk-app.ts';
import { call, testApp } from '../support/app.ts';
import { count, keyIn } from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const STAFF = 'staff@example.org';

const t = testApp();
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  desk = deskOf(await signIn(t));
});
const lastContact = async () =>
  (await oneRow<{ at: Date }>(t, 'SELECT last_contact_at AS at FROM cases')).at.toISOString();

const audit = () =>
  t.app.database.query<{ act: string; reference: string; actor: string }>(
    "SELECT act, reference, actor FROM audit WHERE act <> 'case read' ORDER BY id",
  );

describe('what came of it', () => {
  test('is asked on a page that says what follows, and saved on a post', async () => {
    const { reference } = await sendEnquiry();
    const { act, show, showAct, path } = desk.about(reference);
    const page = await showAct('outcome');
    expect(page.status).toBe(200);
    expect(page.$('form').attr('method')).toBe('post');
    expect(list(page, 'form .choice')).toEqual([
      'We spoke',
      'We left a message',
      'We wrote to them',
      'Nobody answered',
      'They have commissioned us',
      'Not now',
      'Not for us',
      'A duplicate of another case',
    ]);
    expect(await count(t, 'case_acts')).toBe(0);
    t.setNow('2026-11-24T11:00:00Z');
    const saved = await act('outcome', {
      ...fieldsIn(page),
      outcome: 'spoke',
      words: 'They asked about\r\ntraining <b>.',
    });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?done=outcome`]);
    const shown = await show('?done=outcome');
    expect(textIn(shown, '[role="status"]')).toBe('The outcome is saved.');
    expect(list(shown, '.timeline li')[0]).toBe(
      `Tuesday 24 November, 11am ${STAFF} spoke with them. To follow up on Friday 27 November. They asked abouttraining <b>.`,
    );
    expect(shown.markup).not.toContain('training <b>');
    expect(await lastContact()).toBe('2026-11-24T11:00:00.000Z');
  });

  test.each([
    ['spoke', true],
    ['no-answer', false],
    ['left-a-message', true],
    ['wrote', true],
    ['commissioned', true],
    ['not-now', true],
    ['not-for-us', true],
    ['duplicate', false],
  ])('%s: we were in touch: %s', async (outcome, inTouch) => {
    const { reference } = await sendEnquiry();
    t.setNow('2026-11-24T12:00:00Z');
    expect((await desk.about(reference).act('outcome', { outcome })).status).toBe(303);
    expect(await lastContact()).toBe(`2026-11-24T1${inTouch ? 2 : 0}:00:00.000Z`);
    const [line] = await audit();
    expect(line).toMatchObject({ act: 'outcome, at the desk', reference });
    expect(line?.actor).toMatch(/^[\w-]{8}$/);
  });

  test.each([
    ['nothing', {}, 'Choose the outcome.', '#outcome'],
    ['what is no outcome', { outcome: 'won' }, 'Choose the outcome.', '#outcome'],
    [
      'too many words',
      { outcome: 'spoke', words: 'x'.repeat(5_001) },
      'What you would like to add must be 5,000 characters or fewer. It is 5,001.',
      '#words',
    ],
    [
      'an unknown field',
      { outcome: 'spoke', actor: 'x@example.org' },
      'There is no such field here. Leave it out.',
      '#actor',
    ],
  ])(
    'with %s comes back with why, and everything typed',
    async (_, values: Record<string, string>, why, where) => {
      const { reference } = await sendEnquiry();
      const page = await readPage(await desk.about(reference).act('outcome', values));
      expect(page.status).toBe(422);
      expect(faultsIn(page)).toEqual([[why, where]]);
      expect(page.$('title').text()).toMatch(/^Error: /);
      if (values['words']) expect(page.$('#words').val()).toBe(values['words']);
      if (values['outcome'] === 'spoke') expect(page.$('input[checked]').val()).toBe('spoke');
      expect(await count(t, 'case_acts')).toBe(0);
      expect(await count(t, "audit WHERE act <> 'case read'")).toBe(0);
    },
  );
});

describe('acts of staff', () => {
  test('stand nowhere that enquirers see, nor in logs, and the audit holds no word of them', async () => {
    const { reference, link } = await sendEnquiry();
    const { act } = desk.about(reference);
    await act('note', { words: 'A-word-for-staff-alone' });
    await act('outcome', { outcome: 'not-now', words: 'Another-word' });
    const page = await showCase(keyIn(link));
    for (const word of ['A-word-for-staff-alone', 'Another-word', STAFF, 'do not want', 'Closed']) {
      expect(page.markup).not.toContain(word);
    }
    const told = JSON.stringify([await audit(), t.logged]);
    for (const word of ['word', STAFF, 'A. Person', 'person@example.org', 'Example County']) {
      expect(told).not.toContain(word);
    }
  });

  test('change nothing on a GET or HEAD', async () => {
    const { reference } = await sendEnquiry();
    const cookie = await signIn(t);
    const { showAct, show } = desk.about(reference);
    await show('?done=nonsense');
    for (const act of ['outcome', 'note', 'erase', 'release'] as const) await showAct(act);
    const head = new Request(get(`/desk/cases/${reference}/note/`, cookie), { method: 'HEAD' });
    expect((await call(deskApp, head)).status).toBe(200);
    expect([
      await count(t, 'cases'),
      await count(t, 'case_acts'),
      await count(t, "audit WHERE act <> 'case read'"),
    ]).toEqual([1, 0, 0]);
  });

  test('are refused from another site, and for a case there is not', async () => {
    const { reference } = await sendEnquiry();
    const cookie = await signIn(t);
    const posted = postForm(
      `/desk/cases/${reference}/note/`,
      { words: 'x' },
      { cookie, 'sec-fetch-site': 'cross-site' },
    );
    expect((await call(deskApp, posted)).status).toBe(403);
    for (const unknown of ['22222222', 'nonsense', '%00', 'a%2Fx']) {
      const { show, act } = desk.about(unknown);
      const page = await show();
      expect([page.status, page.$('h1').text()]).toEqual([404, 'There is no such case']);
      expect((await act('outcome', { outcome: 'spoke' })).status).toBe(404);
      expect((await act('erase')).status).toBe(404);
    }
    expect(await count(t, 'case_acts')).toBe(0);
  });
});
