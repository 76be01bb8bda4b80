import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { fieldsIn, textIn } from '../support/read-page.ts';

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
