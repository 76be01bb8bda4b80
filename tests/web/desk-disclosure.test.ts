import { expect, test } from 'vitest';
import { MAY_BE_DISCLOSED, ON_THEIR_OWN_PAGE, SENT_IF_CHOSEN } from '#domain/desk/disclosure.ts';
import { linkOf } from '#services/cases/case.ts';
import { exportOfCase } from '#services/privacy/export-person.ts';
import { testApp } from '../support/app.ts';
import { keyIn, mailTo } from '../support/bookings.ts';
import { showCase } from '../support/case-pages.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { sendComplaint } from '../support/make-complaint.ts';
import { messagesOfCode } from '../support/messages.ts';
import { textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post } = deskVisit(t);

/** Every form of the desk in which staff write words about a case that is there: what it says of who gets to read them, and what it takes besides. */
const FORMS = [
  ['note', MAY_BE_DISCLOSED, {}],
  ['outcome', MAY_BE_DISCLOSED, { outcome: 'no-answer' }],
  ['follow-up', MAY_BE_DISCLOSED, { followUp: '2026-12-01' }],
  ['close', MAY_BE_DISCLOSED, {}],
  ['reopen', MAY_BE_DISCLOSED, {}],
  ['hold', MAY_BE_DISCLOSED, { followUp: '2026-12-01' }],
  ['complaint', SENT_IF_CHOSEN, { step: 'progress', told: 'nobody' }],
] as const;

/** The name of the field that takes the words. */
const fieldOf = (form: string) => (form === 'hold' ? 'reason' : 'words');

test('a note that is changed says the same', async () => {
  const { reference } = await sendComplaint();
  await post(`/desk/cases/${reference}/note/`, { words: 'Once.' });
  const { id } = await oneRow<{ id: string }>(t, 'SELECT id::text FROM case_acts');
  const page = await show(`/desk/cases/${reference}/notes/${id}/change/`);
  expect(textIn(page, '#words-hint')).toContain(MAY_BE_DISCLOSED);
});

test.each(FORMS)(
  'what “%s” says of who reads it is what the export and their page give',
  async (form, sentence, values) => {
    const { reference, link } = await (form === 'complaint' ? sendComplaint() : sendEnquiry());
    const path = `/desk/cases/${reference}/${form}/`;
    if (form === 'reopen') await post(`/desk/cases/${reference}/close/`, {});
    const page = await show(path);
    const field = fieldOf(form);
    expect(page.$(`textarea#${field}`)).toHaveLength(1);
    expect(textIn(page, `#${field}-hint`)).toContain(sentence);
    const written = 'words-of-ours-mark';
    expect((await post(path, { ...values, [field]: written })).status).toBe(303);
    const { id } = await oneRow<{ id: string }>(t, 'SELECT id FROM cases');
    // “It is in what they get if they ask”: in the export, and on the page that is printed for them.
    expect(JSON.stringify(await exportOfCase(t.app.database, id))).toContain(written);
    expect((await show(`/desk/cases/${reference}/held/`)).markup).toContain(written);
    // “They do not see it on their own page”, and nothing is sent unless that is chosen.
    expect((await showCase(keyIn(link))).markup).not.toContain(written);
    expect(JSON.stringify(mailTo(t, 'person@example.org'))).not.toContain(written);
  },
);

test('what staff write down for a person is on that person’s own page, and in the export', async () => {
  const form = await show('/desk/cases/new/');
  expect(textIn(form, '#message-hint')).toContain(ON_THEIR_OWN_PAGE);
  const told = { name: 'A. Person', email: 'person@example.org', message: 'words-of-theirs-mark' };
  const opened = await post('/desk/cases/new/', { ...told, next: 'answer' });
  expect(opened.status).toBe(303);
  const found = await oneRow<{ id: string; key_generation: number }>(
    t,
    'SELECT id, key_generation FROM cases',
  );
  const link = linkOf(t.app, { id: found.id, keyGeneration: found.key_generation });
  expect((await showCase(keyIn(link))).markup).toContain('words-of-theirs-mark');
  expect(JSON.stringify(await exportOfCase(t.app.database, found.id))).toContain(
    'words-of-theirs-mark',
  );
});

test('what staff write down of a complaint is in the export, and they are told that its person can read it', async () => {
  const path = '/desk/cases/new-complaint/';
  const form = await show(path);
  expect(textIn(form, '#message-hint')).toContain(ON_THEIR_OWN_PAGE);
  await post(path, {
    ...{ about: 'data', came: 'telephone', received: '2026-11-23', acknowledged: 'telephone' },
    ...{ name: 'A. Person', phone: '01632 960 001', message: 'words-of-theirs-mark' },
  });
  const { id, key_generation } = await oneRow<{ id: string; key_generation: number }>(
    t,
    'SELECT id, key_generation FROM cases',
  );
  const link = linkOf(t.app, { id, keyGeneration: key_generation });
  expect((await showCase(keyIn(link))).markup).toContain('words-of-theirs-mark');
  const told = JSON.stringify(await exportOfCase(t.app.database, id));
  for (const held of ['words-of-theirs-mark', '2026-11-23', 'acknowledged_at']) {
    expect(told).toContain(held);
  }
});

test('words that staff choose to email are sent, and are in the export too', async () => {
  const { reference } = await sendComplaint();
  const written = 'words-of-ours-mark';
  await post(`/desk/cases/${reference}/complaint/`, {
    step: 'outcome',
    told: 'email',
    words: written,
  });
  expect(mailTo(t, 'person@example.org').at(-1)?.text).toContain(written);
  const { id } = await oneRow<{ id: string }>(t, 'SELECT id FROM cases');
  expect(JSON.stringify(await exportOfCase(t.app.database, id))).toContain(written);
});

test('no other sentence says what a person never sees, or sees', () => {
  const claims = messagesOfCode().filter(({ text }) =>
    /\b(?:enquirer|person|they|them)\b[^.]*\b(?:never|not|cannot)\b[^.]*\b(?:see|sees|read|reads|told of)\b|\bnever sees?\b/i.test(
      text,
    ),
  );
  expect(claims.map(({ where, text }) => `${where}: ${text}`)).toEqual([
    expect.stringContaining(`src/domain/desk/disclosure.ts: ${MAY_BE_DISCLOSED}`),
  ]);
});

test('what we hold says what is not in it: our audit, which goes on to name the case, among it', async () => {
  const { reference } = await sendEnquiry();
  const words = textIn(await show(`/desk/cases/${reference}/held/`), 'main');
  expect(words).toContain('This is everything that the website of');
  expect(words).toContain('our audit, which says which of our staff looked at this or changed it');
});

test('the forms of a case say how it then waits, and the form of a block what the public sees', async () => {
  const { reference } = await sendEnquiry();
  const outcome = textIn(await show(`/desk/cases/${reference}/outcome/`), '.case-means');
  expect(outcome).toContain(
    '“Nobody answered” leaves the case waiting for us: at once, or from the date above, or once a call that is booked has passed.',
  );
  for (const kind of ['closure', 'hours', 'block']) {
    const form = textIn(await show(`/desk/times/${kind}/`), '#why-hint');
    expect(form).toContain('The public sees when we are closed, and never why.');
  }
});
