import { describe, expect, test } from 'vitest';
import { ofEmail } from '#domain/subject.ts';
import { eraseOld } from '#services/jobs/erase-job.ts';
import { exportOf } from '#services/privacy/export-person.ts';
import { subjectDataOf } from '#services/privacy/subject-data.ts';
import { testApp } from '../support/app.ts';
import { bookCallback, count, keyIn } from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post, signInAgain } = deskVisit(t);

const pathOf = (reference: string) => `/desk/cases/${reference}/`;
const beside = async (reference: string) => list(await show(pathOf(reference)), '#beside ~ ul li');

/** Two cases with one number, written two ways, and one of somebody else. */
async function cases() {
  const one = await sendEnquiry({ phone: '01632 960 001', message: 'The first of two.' });
  const two = await sendEnquiry({
    ...{ name: 'B. Person', email: 'other@example.org', phone: '+44 1632 960001' },
    message: 'The second of two.',
  });
  const third = await sendEnquiry({ email: 'third@example.org', phone: '01632 960 777' });
  return { one, two, third };
}

const join = (one: { reference: string }, other: { reference: string }) =>
  post(`${pathOf(one.reference)}join/${other.reference}/`, {});

describe('other cases of the same person', () => {
  test('are those with an address or a number of it, however written, in an enquiry or a call', async () => {
    const { one, two, third } = await cases();
    expect(await beside(one.reference)).toEqual([
      expect.stringContaining(`${two.reference} The same number. Waiting for us.`),
    ]);
    expect(await beside(third.reference)).toEqual([]);
    await bookCallback(
      makeCallback({ email: 'third@example.org', phone: '01632960001', case: keyIn(third.link) }),
    );
    const all = await beside(third.reference);
    expect(all).toHaveLength(2);
    expect((await beside(one.reference)).join()).toContain(third.reference);
  });

  test('are joined for staff: each shows what happened in the other, and no page of the person’s changes', async () => {
    const { one, two } = await cases();
    const before = [await showCase(keyIn(one.link)), await showCase(keyIn(two.link))];
    const asked = await show(`${pathOf(one.reference)}join/${two.reference}/`);
    expect(asked.$('.case-will').text()).toContain('each case keeps its own link');
    expect(await count(t, 'case_joins')).toBe(0);
    t.setNow('2026-11-24T11:00:00Z');
    await signInAgain();
    expect((await join(one, two)).headers.get('location')).toBe(
      `${pathOf(one.reference)}?done=joined`,
    );
    for (const [here, there] of [
      [one, two],
      [two, one],
    ] as const) {
      const page = await show(pathOf(here.reference));
      expect(textIn(page, '#beside ~ p')).toContain('Joined with this one');
      const told = list(page, '.timeline li').filter((line) =>
        line.includes(`In ${there.reference}`),
      );
      expect(told.some((line) => line.endsWith('They sent an enquiry.'))).toBe(true);
    }
    const after = [await showCase(keyIn(one.link)), await showCase(keyIn(two.link))];
    expect(after.map(({ markup }) => markup.includes(two.reference))).toEqual([false, true]);
    expect(after.map((page) => page.$('main').text())).toEqual(
      before.map((page) => page.$('main').text()),
    );
    const audit = await t.app.database.query<{ reference: string }>(
      "SELECT reference FROM audit WHERE act = 'joined, at the desk'",
    );
    expect(audit.map(({ reference }) => reference).sort()).toEqual(
      [one.reference, two.reference].sort(),
    );
    expect((await join(two, one)).headers.get('location')).toContain('done=joined-before');
  });

  test('are taken apart: the others stay joined, and a group of one is none', async () => {
    const { one, two, third } = await cases();
    await join(one, two);
    await join(third, two);
    expect(await beside(one.reference)).toHaveLength(2);
    await post(`${pathOf(one.reference)}unjoin/`, {});
    expect(textIn(await show(pathOf(two.reference)), '#beside ~ p')).toContain(
      'Joined with this one',
    );
    expect((await beside(two.reference)).join()).toContain(third.reference);
    await post(`${pathOf(two.reference)}unjoin/`, {});
    expect(await count(t, 'case_joins')).toBe(0);
    expect((await post(`${pathOf(two.reference)}unjoin/`, {})).headers.get('location')).toContain(
      'unjoined-before',
    );
  });

  test('are said to be about one matter, never to be one person’s', async () => {
    const { one, two } = await cases();
    const asked = await show(`${pathOf(one.reference)}join/${two.reference}/`);
    expect(textIn(asked, '.lede')).toBe(
      'You are about to say that these cases are about the same matter: one person’s, or those of colleagues.',
    );
    await join(one, two);
    const page = await show(pathOf(one.reference));
    expect(textIn(page, '#beside ~ p')).toContain('they are about the same matter');
    const joined = list(page, '.timeline li').filter((entry) =>
      entry.includes('joined it with another case about the same matter.'),
    );
    expect(joined).toHaveLength(1);
    expect(page.$('main').text()).not.toMatch(/same person|one person/);
  });

  test('wait each by itself, and say how the other stands', async () => {
    const { one, two } = await cases();
    await join(one, two);
    const next = async () => textIn(await show(pathOf(one.reference)), '.case-nexts');
    expect(await next()).toContain('Joined with B. Person, Example County Council');
    expect(await next()).toContain('which waits for us too.');
    const start = '2026-11-27T10:00:00+00:00';
    await post(`${pathOf(two.reference)}book/callback/`, { start });
    expect(await next()).toContain('We have not got back to them yet.');
    expect(await next()).toContain(
      'whose callback is on Friday 27 November, 10am to 10:30am, UK time.',
    );
  });

  test('two groups become one when a case of each is joined', async () => {
    const { one, two, third } = await cases();
    const fourth = await sendEnquiry({ email: 'fourth@example.org', phone: '01632 960 778' });
    await join(one, two);
    await join(third, fourth);
    await join(two, third);
    expect(await beside(fourth.reference)).toHaveLength(3);
  });

  test.each(['22222222', 'itself'])('are not joined with %s', async (with_) => {
    const { one } = await cases();
    const other = with_ === 'itself' ? one.reference : with_;
    expect((await show(`${pathOf(one.reference)}join/${other}/`)).status).toBe(404);
    expect((await join(one, { reference: other })).status).toBe(404);
    expect(await count(t, 'case_joins')).toBe(0);
  });
});

describe('cases that are joined', () => {
  const exported = async (email: string) =>
    JSON.stringify(
      await t.app.database.transaction(async (tx) =>
        exportOf(t.app, tx, ofEmail(email), await subjectDataOf(tx, ofEmail(email))),
      ),
    );

  test('stay one person’s each: the export of one holds nothing of the other', async () => {
    const { one, two } = await cases();
    await join(one, two);
    const text = await exported('person@example.org');
    expect(text).toContain('"case_joins":[{');
    expect(text).toContain('The first of two.');
    for (const word of [two.reference, 'other@example.org', 'B. Person', 'The second of two.']) {
      expect(text).not.toContain(word);
    }
  });

  test('are erased one by one', async () => {
    const { one, two } = await cases();
    await join(one, two);
    await post(`${pathOf(one.reference)}erase/`, {});
    expect((await show(pathOf(two.reference))).status).toBe(200);
    expect((await show(pathOf(two.reference))).markup).not.toContain(one.reference);
    expect(await count(t, 'case_joins')).toBe(1);
  });

  test('are each kept for their own time', async () => {
    const { one, two } = await cases();
    await join(one, two);
    await t.app.database.query(
      "UPDATE cases SET created_at = '2025-10-01T10:00Z', last_contact_at = '2025-10-01T10:00Z' WHERE reference = $1",
      [one.reference],
    );
    expect(await eraseOld(t.app)).toBe(1);
    const left = await oneRow<{ reference: string }>(
      t,
      'SELECT reference FROM cases WHERE reference = $1',
      [two.reference],
    );
    expect(left.reference).toBe(two.reference);
  });
});
