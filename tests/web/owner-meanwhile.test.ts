import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { faultsIn, fieldsIn, readPage } from '../support/read-page.ts';

const t = testApp();
const { show, post } = deskVisit(t);
const STAFF = 'staff@example.org';

test('who sees to a case is not written over unseen, and is after all', async () => {
  const { reference } = await sendEnquiry();
  const path = `/desk/cases/${reference}/owner/`;
  const open = async () => fieldsIn(await show(path));
  const [one, two] = [await open(), await open()];
  expect((await post(path, { ...one, owner: STAFF })).status).toBe(303);
  const stale = await readPage(await post(path, { ...two, owner: 'nobody' }));
  expect(stale.status).toBe(409);
  expect(faultsIn(stale)[0]?.[0]).toBe(
    `${STAFF} changed who sees to this case after this page was shown, so nothing was changed. It is ${STAFF} now. Press “Save” if it is still to be as chosen below.`,
  );
  expect(fieldsIn(stale)).toMatchObject({ owner: 'nobody', seen: STAFF });
  expect((await post(path, fieldsIn(stale))).status).toBe(303);
  expect(await oneRow(t, 'SELECT owner FROM cases')).toEqual({ owner: null });
});
