import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { count, keyIn } from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { oneRow, postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { sendComplaint } from '../support/make-complaint.ts';
import { faultsIn, readPage } from '../support/read-page.ts';
import { pathOf, standingVisit } from '../support/standing-visit.ts';

const STAFF = 'staff@example.org';
const OTHER = 'other@example.org';

const t = testApp({ STAFF_EMAIL: `${STAFF},${OTHER}` });
const { show, post, act, comeBackAt, next, today, expectNothingDone } = standingVisit(t);

describe('how an open complaint stands', () => {
  test.each([
    ['close', {}],
    ['outcome', { outcome: 'not-for-us' }],
  ])('is not changed by “%s”: its outcome alone closes it', async (name, values) => {
    const { reference } = await sendComplaint();
    const path = `${pathOf(reference)}${name}/`;
    const offered = await show(pathOf(reference));
    expect(offered.$(`a[href="${path}"]`)).toHaveLength(0);
    const page = await show(path);
    expect([page.status, page.$('h1').text()]).toEqual([409, 'This complaint is open']);
    expect(page.$(`main a[href="${pathOf(reference)}complaint/"]`)).toHaveLength(1);
    const posted = await readPage(await post(path, { ...values, words: 'Kept.' }));
    expect(posted.status).toBe(409);
    expect(posted.$('#words').val()).toBe('Kept.');
    await expectNothingDone();
    await act(reference, 'complaint', {
      step: 'outcome',
      told: 'telephone',
      words: 'We are sorry.',
    });
    expect((await act(reference, 'reopen')).status).toBe(303);
    expect((await act(reference, name, values)).status).toBe(303);
  });
});

describe('closing by hand, and opening again', () => {
  test('the case waits for nobody; its person is told nothing of it', async () => {
    const { reference, link } = await sendEnquiry();
    const mailed = t.mailbox.messages.length;
    await act(reference, 'close', { words: 'A test of ours.' });
    const shown = await show(pathOf(reference));
    expect(list(shown, '.case-next')[0]).toContain(`Closed. Closed by hand: noted by ${STAFF}`);
    expect((await show('/desk/cases/?filter=closed')).markup).toContain(reference);
    expect(t.mailbox.messages).toHaveLength(mailed);
    const theirs = (await showCase(keyIn(link))).markup;
    expect(theirs).not.toContain('have been in touch about it');
    expect(theirs).not.toMatch(/[Cc]losed/);
  });

  test('with a call to come says that it is closed, and that the call stays; it can be opened again', async () => {
    const { reference } = await sendEnquiry({ phone: '01632 960 001' });
    const start = '2026-11-26T12:00:00+00:00';
    await post(`${pathOf(reference)}book/callback/`, { start, sure: 'yes' });
    for (const [name, values, label] of [
      ['close', {}, 'Closed by hand'],
      ['outcome', { outcome: 'not-for-us' }, 'Not for us'],
    ] as const) {
      await act(reference, name, values);
      expect((await next(reference))[0]).toMatch(
        new RegExp(
          `^A call is booked\\. .* The case is closed\\. ${label}: noted by .* The call stays booked until you cancel it\\.`,
        ),
      );
      expect((await show('/desk/cases/?filter=closed')).markup).toContain(reference);
      const acts = list(await show(pathOf(reference)), '.case-acts a');
      expect(acts).toContain('Open it again');
      expect(acts).not.toContain('Close this case');
      expect((await act(reference, 'reopen')).status).toBe(303);
      expect((await next(reference))[0]).not.toContain('closed');
    }
  });

  test('many at once close it once, and open it once; what one of them typed is not lost', async () => {
    const { reference } = await sendEnquiry();
    for (const name of ['close', 'reopen']) {
      const path = `${pathOf(reference)}${name}/`;
      const answers = await Promise.all(
        ['one', 'two', 'three'].map((once) => post(path, { once, words: once })),
      );
      const [refused, ...others] = answers.filter(({ status }) => status !== 303);
      expect(others).toHaveLength(1);
      const page = await readPage(refused as Response);
      expect([page.status, page.markup.includes(`${STAFF} was first`)]).toEqual([409, true]);
      expect(page.$('#words').val()).not.toBe('');
      expect((await post(path, {})).status).toBe(303);
    }
    expect(await count(t, "case_acts WHERE act = 'closed'")).toBe(1);
    expect(await count(t, "case_acts WHERE act = 'reopened'")).toBe(1);
  });

  test('a closed case is opened again, and rests until its date', async () => {
    const { reference } = await sendEnquiry();
    expect((await show(`${pathOf(reference)}reopen/`)).status).toBe(409);
    await act(reference, 'outcome', { outcome: 'not-for-us' });
    t.setNow('2026-11-24T11:00:00Z');
    const answers = [await act(reference, 'reopen'), await post(`${pathOf(reference)}reopen/`, {})];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await count(t, 'case_acts')).toBe(2);
    expect((await next(reference))[0]).toContain(
      `Nothing to do now. Opened again: noted by ${STAFF}, Tuesday 24 November, 11am. Look at it again on Friday 27 November.`,
    );
    await comeBackAt('2026-11-27T09:00:00Z');
    expect(list(await today(), '#follow-up + p + .waits li')[0]).toContain(reference);
    const lines = await t.app.database.query<{ act: string }>(
      "SELECT act FROM audit WHERE act <> 'case read' ORDER BY id",
    );
    expect(lines.map((line) => line.act)).toEqual([
      'outcome, at the desk',
      'reopened, at the desk',
    ]);
  });
});

describe('who sees to a case', () => {
  test('is chosen from the staff list, shown in lists, and narrows them', async () => {
    const { reference } = await sendEnquiry();
    const other = await sendEnquiry({ email: 'second@example.org', phone: undefined });
    const form = await show(`${pathOf(reference)}owner/`);
    expect(list(form, 'form .choice')).toEqual([STAFF, OTHER, 'Nobody in particular']);
    expect(form.$('input[checked]').val()).toBe('nobody');
    await act(reference, 'owner', { owner: OTHER });
    expect(list(await show(pathOf(reference)), '.timeline li')[0]).toContain(
      `${STAFF} noted that ${OTHER} sees to it.`,
    );
    for (const page of ['/desk/cases/', '/desk/']) {
      expect((await show(page)).markup, page).toContain(`${OTHER} sees to it`);
      const theirs = await show(`${page}?owner=${encodeURIComponent(OTHER)}`);
      expect(theirs.markup).toContain(pathOf(reference));
      expect(theirs.markup).not.toContain(pathOf(other.reference));
      const nobodys = await show(`${page}?owner=nobody`);
      expect(nobodys.markup).not.toContain(pathOf(reference));
      expect(nobodys.markup).toContain(pathOf(other.reference));
    }
    const found = await show(`/desk/cases/?q=person&owner=${encodeURIComponent(OTHER)}`);
    expect(list(found, '.case-row')).toHaveLength(1);
    await act(reference, 'owner', { owner: 'nobody' });
    expect((await show('/desk/')).markup).not.toContain(`${OTHER} sees to it`);
  });

  test('is nobody who is not on the staff list', async () => {
    const { reference } = await sendEnquiry();
    const page = await readPage(await act(reference, 'owner', { owner: 'stranger@example.org' }));
    expect([page.status, faultsIn(page)]).toEqual([
      422,
      [['Choose who sees to this case.', '#owner']],
    ]);
    await expectNothingDone();
  });

  test('stands on no page of the person’s', async () => {
    const { reference, link } = await sendEnquiry();
    await act(reference, 'owner', { owner: OTHER });
    expect((await showCase(keyIn(link))).markup).not.toContain(OTHER);
  });
});

test('what is in quarantine is neither put off nor closed', async () => {
  const held = { 'leave-empty': 'x' };
  expect((await postEnquiry(held)).status).toBe(202);
  const { reference } = await oneRow<{ reference: string }>(t, 'SELECT reference FROM cases');
  for (const name of ['follow-up', 'close']) {
    expect((await show(`${pathOf(reference)}${name}/`)).status).toBe(409);
    const values = name === 'close' ? {} : { followUp: '2026-12-15' };
    expect((await post(`${pathOf(reference)}${name}/`, values)).status).toBe(409);
  }
  await expectNothingDone();
});
