import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { list } from '../support/case-pages.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { fieldsIn } from '../support/read-page.ts';

const t = testApp();
const { show, post } = deskVisit(t);

/** An enquiry whose acknowledgement was sent back at 10:01, as the mail service tells us at 10:10. */
async function returned(): Promise<string> {
  const { reference } = await sendEnquiry();
  await t.app.database.query(
    `INSERT INTO delivery_reports (id, provider_id, type, reported_at, received_at)
     SELECT 'msg_1', provider_id, 'email.bounced', '2026-11-24T10:01:00Z', '2026-11-24T10:10:00Z'
     FROM messages WHERE kind = 'acknowledgement'`,
  );
  return `/desk/cases/${reference}/`;
}

/** Which of Today and the page of the case say that an email did not arrive. */
async function sayIt(path: string): Promise<string[]> {
  const today = list(await show('/desk/'), '[aria-labelledby="undelivered"] li');
  const next = list(await show(path), '.case-next');
  return [
    ...(today.length > 0 ? ['Today'] : []),
    ...(next.some((said) => said.includes('An email did not arrive.')) ? ['its case'] : []),
  ];
}

type Act = (path: string) => Promise<Response>;

const noted = (path: string, outcome: string) => post(`${path}outcome/`, { outcome });

const HIDES_NONE: readonly (readonly [string, Act])[] = [
  ['a note', (path) => post(`${path}note/`, { words: 'Look at this.' })],
  ['a hold', (path) => post(`${path}hold/`, { reason: 'They object.', followUp: '2026-12-01' })],
  ['an owner', (path) => post(`${path}owner/`, { owner: 'staff@example.org' })],
  [
    'an outcome that is undone',
    async (path) => {
      await noted(path, 'spoke');
      return post(`${path}undo/`, fieldsIn(await show(`${path}undo/`)));
    },
  ],
];

test.each(HIDES_NONE)('mail that never arrived is still said after %s', async (_, act) => {
  const path = await returned();
  t.setNow('2026-11-24T10:30:00Z');
  expect((await act(path)).status).toBe(303);
  expect(await sayIt(path)).toEqual(['Today', 'its case']);
});

test('mail that never arrived is said no more once staff saw to the person', async () => {
  const path = await returned();
  t.setNow('2026-11-24T10:30:00Z');
  expect(await sayIt(path)).toEqual(['Today', 'its case']);
  await noted(path, 'no-answer');
  expect(await sayIt(path)).toEqual([]);
});

test('what staff did before we could know that it never arrived hides it nowhere', async () => {
  const path = await returned();
  t.setNow('2026-11-24T10:05:00Z');
  await noted(path, 'spoke');
  t.setNow('2026-11-24T10:30:00Z');
  expect(await sayIt(path)).toEqual(['Today', 'its case']);
});
