import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { list } from '../support/case-pages.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { faultsIn, fieldsIn, type PageRead, readPage, textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post } = deskVisit(t);
const STAFF = 'staff@example.org';
const FIRST = { reason: 'They dispute what we wrote down.', followUp: '2026-12-01' };
const SECOND = { reason: 'Asked for by a court.', followUp: '2027-01-04' };

/** A case, its page of a hold, and the posts of two tabs that showed it as it was. */
async function twoTabs(before?: typeof FIRST) {
  const { reference } = await sendEnquiry();
  const path = `/desk/cases/${reference}/hold/`;
  const open = async () => fieldsIn(await show(path), `form[action="${path}"]`);
  if (before) await post(path, { ...(await open()), ...before });
  const [one, two] = [await open(), await open()];
  const save = (shown: Record<string, string>, typed: Record<string, string> = {}) =>
    post(path, { ...shown, ...typed });
  return {
    path,
    early: (typed: Record<string, string>) => save(one, typed),
    late: (typed: Record<string, string>) => save(two, typed),
    again: (page: PageRead) => save(fieldsIn(page, `form[action="${path}"]`)),
  };
}

const kept = () => oneRow(t, 'SELECT reason, look_again::text AS "followUp" FROM holds');

describe('a hold that two tabs have open', () => {
  test('is not written over unseen: the later is told what it is now and who changed it, and saves after all', async () => {
    const { early, late, again } = await twoTabs(FIRST);
    expect((await early(SECOND)).status).toBe(303);
    const page = await readPage(await late({ reason: 'They object.' }));
    expect(page.status).toBe(409);
    expect(faultsIn(page)[0]?.[0]).toBe(
      `${STAFF} changed this hold after this page was shown, so nothing has been saved yet.`,
    );
    expect(list(page, '.meanwhile li')).toEqual([
      'Why it is on hold: it is now “Asked for by a court.”, and the form has “They object.”.',
      'Look at it again on: it is now “Monday 4 January 2027”, and the form has “Tuesday 1 December”.',
    ]);
    expect(fieldsIn(page)).toMatchObject({ reason: 'They object.', followUp: '2026-12-01' });
    expect(await kept()).toEqual(SECOND);
    expect((await again(page)).status).toBe(303);
    expect(await kept()).toEqual({ reason: 'They object.', followUp: '2026-12-01' });
  });

  test('that was put on meanwhile is said to be there', async () => {
    const { early, late } = await twoTabs();
    await early(FIRST);
    const page = await readPage(await late(SECOND));
    expect([page.status, faultsIn(page)[0]?.[0]]).toEqual([
      409,
      `${STAFF} put this case on hold after this page was shown, so nothing has been saved yet.`,
    ]);
    expect(await kept()).toEqual(FIRST);
  });

  test('that was taken off meanwhile is put on again once that was seen', async () => {
    const { path, late, again } = await twoTabs(FIRST);
    await post(`${path}end/`, {});
    const page = await readPage(await late(SECOND));
    expect([page.status, faultsIn(page)[0]?.[0]]).toEqual([
      409,
      `${STAFF} took the hold off after this page was shown, so nothing has been saved yet.`,
    ]);
    expect((await again(page)).status).toBe(303);
    expect(await kept()).toEqual(SECOND);
  });

  test('gets no words back that were taken out of it, and nobody is said to have changed it who may not have', async () => {
    const { path, late } = await twoTabs(FIRST);
    const removal = path.replace('hold/', 'remove-words/');
    const taken = { details: 'They dispute', sure: 'yes' };
    expect((await post(removal, taken)).status).toBe(303);
    const page = await readPage(await late({ followUp: '2026-12-02' }));
    expect([page.status, faultsIn(page)[0]?.[0]]).toEqual([
      409,
      'Somebody changed this hold after this page was shown, so nothing has been saved yet.',
    ]);
    expect(await kept()).toMatchObject({ reason: expect.not.stringContaining('They dispute') });
  });

  test('is not taken off by who did not read what it is needed for now', async () => {
    const { path, early } = await twoTabs(FIRST);
    const end = fieldsIn(await show(`${path}end/`), 'form[method="post"]:not([action])');
    await early(SECOND);
    const page = await readPage(await post(`${path}end/`, end));
    expect([page.status, textIn(page, 'main')]).toEqual([
      409,
      expect.stringContaining(
        `${STAFF} changed this hold after this page was shown, so it was not taken off. Read at the case why it is on hold now.`,
      ),
    ]);
    expect(await kept()).toEqual(SECOND);
  });

  test('given the same reason and date in both is that hold', async () => {
    const { early, late } = await twoTabs(FIRST);
    await early(SECOND);
    expect((await late(SECOND)).status).toBe(303);
  });
});

test('what becomes of a form that somebody else was quicker with is in the help', async () => {
  expect(textIn(await show('/desk/help/'), 'main')).toContain(
    'Someone else works on the same caseIf they have changed meanwhile what your page would write over, it says so',
  );
});
