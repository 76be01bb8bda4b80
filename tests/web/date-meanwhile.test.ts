import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { openDesk } from '../support/desk-doors.ts';
import { sendComplaint } from '../support/make-complaint.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';
import { pathOf, standingVisit } from '../support/standing-visit.ts';

const STAFF = 'staff@example.org';
const OTHER = 'other@example.org';

const t = testApp({ STAFF_EMAIL: `${STAFF},${OTHER}` });
const { show, post, act, comeBackAt } = standingVisit(t);

/** Another member of staff does something about a case meanwhile. */
async function otherDoes(reference: string, name: string, values: Record<string, string>) {
  const cookie = await signIn(t, OTHER);
  const answer = await openDesk(postForm(`${pathOf(reference)}${name}/`, values, { cookie }));
  expect(answer.status).toBe(303);
}

const otherPromises = (reference: string) =>
  otherDoes(reference, 'follow-up', { followUp: '2026-12-15' });

/** A case, and what one of its pages posts that was shown before `meanwhile`. */
async function shownBefore(
  reference: string,
  name: string,
  meanwhile: (reference: string) => Promise<unknown> = otherPromises,
) {
  const path = `${pathOf(reference)}${name}/`;
  const shown = fieldsIn(await show(path));
  await meanwhile(reference);
  const press = async (typed: Record<string, string> = {}) => post(path, { ...shown, ...typed });
  return { path, press, acts: await count(t, 'case_acts') };
}

const SET = `${OTHER} set a follow-up date after this page was shown, so nothing has been saved yet.`;
const GOES = 'Look at it again on: it is now “Tuesday 15 December”, and it goes with this.';

describe('a date that another sets while a form is open', () => {
  test.each([
    ['outcome', { outcome: 'spoke', followUp: '', words: 'Kept.' }, 'the form has nothing'],
    ['follow-up', { followUp: '20/12/2026', words: 'Kept.' }, 'the form has “Sunday 20 December”'],
    ['close', { words: 'Kept.' }, 'it goes with this'],
  ])('is not ended or replaced unseen, and is after all: %s', async (name, typed, what) => {
    const { reference } = await sendEnquiry();
    const { path, press, acts } = await shownBefore(reference, name);
    const page = await readPage(await press(typed));
    expect([page.status, faultsIn(page)[0]?.[0]]).toEqual([409, SET]);
    expect(list(page, '.meanwhile li')).toEqual([
      `Look at it again on: it is now “Tuesday 15 December”, and ${what}.`,
    ]);
    expect(fieldsIn(page)).toMatchObject({ ...typed, seen: '2026-12-15' });
    expect(await count(t, 'case_acts')).toBe(acts);
    expect((await post(path, fieldsIn(page))).status).toBe(303);
    expect(await count(t, 'case_acts')).toBe(acts + 1);
  });

  test('is not replaced by who opens a closed case again', async () => {
    const { reference } = await sendEnquiry();
    await act(reference, 'outcome', { outcome: 'not-now' });
    const { press, path } = await shownBefore(reference, 'reopen', () =>
      otherDoes(reference, 'outcome', { outcome: 'not-now', followUp: '2026-12-15' }),
    );
    const page = await readPage(await press({ followUp: '2026-12-04', words: 'Kept.' }));
    expect([page.status, faultsIn(page)[0]?.[0]]).toEqual([409, SET]);
    expect(fieldsIn(page)).toMatchObject({ followUp: '2026-12-04', words: 'Kept.' });
    expect((await post(path, fieldsIn(page))).status).toBe(303);
  });

  test('is not ended by the outcome of a complaint; progress leaves it as it is', async () => {
    const { reference } = await sendComplaint();
    const { path, press, acts } = await shownBefore(reference, 'complaint');
    const typed = { step: 'outcome', told: 'email', words: 'We are sorry.' };
    const mailed = await count(t, 'messages');
    const page = await readPage(await press(typed));
    expect([page.status, faultsIn(page)[0]?.[0]]).toEqual([409, SET]);
    expect(list(page, '.meanwhile li')).toEqual([GOES]);
    expect(fieldsIn(page)).toMatchObject(typed);
    expect([await count(t, 'case_acts'), await count(t, 'messages')]).toEqual([acts, mailed]);
    expect((await press({ ...typed, step: 'progress', told: 'nobody' })).status).toBe(303);
    expect((await post(path, fieldsIn(page))).status).toBe(303);
    expect(await count(t, "case_acts WHERE act = 'complaint outcome'")).toBe(1);
  });

  test('is not ended by who opens a complaint again: the page that names it is one press away', async () => {
    const { reference } = await sendComplaint();
    await act(reference, 'complaint', { step: 'outcome', told: 'telephone', words: 'Sorry.' });
    const { path, press, acts } = await shownBefore(reference, 'complaint/reopen');
    const page = await readPage(await press());
    expect([page.status, textIn(page, '.lede')]).toEqual([
      409,
      `${OTHER} set a follow-up date after this page was shown, so the complaint was not opened again. It is Tuesday 15 December now.`,
    ]);
    expect(await count(t, 'case_acts')).toBe(acts);
    expect(page.$(`main a[href="${path}"]`)).toHaveLength(1);
    expect((await act(reference, 'complaint/reopen')).status).toBe(303);
  });
});

describe('a date that was set when a form was shown', () => {
  const promised = async () => {
    const { reference } = await sendEnquiry();
    await act(reference, 'follow-up', { followUp: '2026-12-10' });
    return reference;
  };

  test('and was changed meanwhile is said to be another', async () => {
    const { press } = await shownBefore(await promised(), 'close');
    const page = await readPage(await press());
    expect(faultsIn(page)[0]?.[0]).toBe(
      `${OTHER} changed the follow-up date after this page was shown, so nothing has been saved yet.`,
    );
  });

  test('and went meanwhile is said to have gone, where another would be set', async () => {
    const { press } = await shownBefore(await promised(), 'follow-up', (reference) =>
      otherDoes(reference, 'outcome', { outcome: 'not-now' }),
    );
    const page = await readPage(await press());
    expect([page.status, faultsIn(page)[0]?.[0], list(page, '.meanwhile li')]).toEqual([
      409,
      `${OTHER} took the follow-up date away after this page was shown, so nothing has been saved yet.`,
      ['Look at it again on: it is now empty, and the form has “Thursday 10 December”.'],
    ]);
  });

  test('and is there again because an outcome was undone, is put down to who undid it', async () => {
    const reference = await promised();
    await act(reference, 'outcome', { outcome: 'no-answer', followUp: '' });
    const undo = fieldsIn(await show(`${pathOf(reference)}undo/`));
    const { press } = await shownBefore(reference, 'close', () =>
      otherDoes(reference, 'undo', undo),
    );
    expect(faultsIn(await readPage(await press()))[0]?.[0]).toBe(SET);
  });

  test('stands in no one’s way where both leave the same, or it has come', async () => {
    const same = await shownBefore(await promised(), 'follow-up');
    expect((await same.press({ followUp: '2026-12-15' })).status).toBe(303);
    const { reference } = await sendEnquiry({ email: 'second@example.org', phone: undefined });
    await act(reference, 'follow-up', { followUp: '2026-12-10' });
    const come = await shownBefore(reference, 'close', () => comeBackAt('2026-12-10T09:00:00Z'));
    expect((await come.press()).status).toBe(303);
  });
});
