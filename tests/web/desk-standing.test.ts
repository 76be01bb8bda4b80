import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, count, keyIn } from '../support/bookings.ts';
import { list, showCase } from '../support/case-pages.ts';
import { oneRow, postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { sendComplaint } from '../support/make-complaint.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { haveSet } from '../support/narrowings.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';

const STAFF = 'staff@example.org';
const OTHER = 'other@example.org';

const t = testApp({ STAFF_EMAIL: `${STAFF},${OTHER}` });
const { show, post, signInAgain } = deskVisit(t);

/** Time goes by until staff, whose session has ended meanwhile, sign in again. */
async function comeBackAt(instant: string): Promise<void> {
  t.setNow(instant);
  await signInAgain();
}

const pathOf = (reference: string) => `/desk/cases/${reference}/`;

/** Posts the form of an act as its page shows it, with what a test wants in it. */
async function act(reference: string, name: string, values: Record<string, string> = {}) {
  const path = `${pathOf(reference)}${name}/`;
  return post(path, { ...fieldsIn(await show(path)), ...values });
}

const next = async (reference: string) => list(await show(pathOf(reference)), '.case-next');
const today = async (query = '') => show(`/desk/${query}`);

/** Nothing was done: what there is, and no line of it in the audit. */
const expectNothingDone = async () =>
  expect([await count(t, 'case_acts'), await count(t, "audit WHERE act <> 'case read'")]).toEqual([
    0, 0,
  ]);

describe('a date with an outcome', () => {
  test.each(['no-answer', 'not-now', 'spoke'])(
    'is kept, whatever the outcome: %s',
    async (outcome) => {
      const { reference } = await sendEnquiry();
      await act(reference, 'outcome', { outcome, followUp: '2026-12-15' });
      const row = await oneRow<{ follow_up: string }>(t, 'SELECT follow_up::text FROM case_acts');
      expect(row.follow_up).toBe('2026-12-15');
      expect((await next(reference))[0]).toContain('Look at it again on Tuesday 15 December.');
      await comeBackAt('2026-12-14T12:00:00Z');
      expect(textIn(await today(), '.lede')).toContain('nothing is waiting');
      await comeBackAt('2026-12-15T09:00:00Z');
      expect((await today()).markup).toContain(`/desk/cases/${reference}/`);
    },
  );
});

describe('a date to look at a case again', () => {
  test('is set by itself: the case rests until then, and waits on the day', async () => {
    const { reference } = await sendEnquiry();
    const page = await show(`${pathOf(reference)}follow-up/`);
    expect(page.$('.case-means').text()).toContain(
      'If they get in touch first, it waits for us at once.',
    );
    await expectNothingDone();
    const saved = await act(reference, 'follow-up', {
      followUp: '2026-12-15',
      words: 'They asked us to ring after the 14th.',
    });
    expect(saved.headers.get('location')).toBe(`${pathOf(reference)}?done=follow-up`);
    const shown = await show(pathOf(reference));
    expect(list(shown, '.case-next')[0]).toContain(
      `Nothing to do now. Put off: noted by ${STAFF}, Tuesday 24 November, 10am. Look at it again on Tuesday 15 December.`,
    );
    expect(list(shown, '.timeline li')[0]).toContain(
      `${STAFF} said when to look at it again. To follow up on Tuesday 15 December. They asked us to ring after the 14th.`,
    );
    expect(textIn(await today(), '.lede')).toContain('nothing is waiting');
    await comeBackAt('2026-12-15T09:00:00Z');
    expect(list(await today(), '#waiting + p + .waits li')[0]).toContain(reference);
  });

  test('is over once the person gets in touch', async () => {
    const { reference, link } = await sendEnquiry();
    await act(reference, 'follow-up', { followUp: '2026-12-15' });
    await comeBackAt('2026-11-25T10:00:00Z');
    const corrected = makeEnquiry({ role: 'Head of service' });
    await call(publicApp, postForm(`${new URL(link).pathname}correct/`, corrected as never));
    expect((await next(reference))[0]).toContain('We have not got back to them yet.');
  });

  test.each([
    ['', 'Enter the date on which to look at it again: the day, the month and the year'],
    ['2026-11-24', 'Enter a follow-up date after today.'],
    [
      'the 15th',
      'Enter the date on which to look at it again as a date that exists, with the day, the month and the year',
    ],
  ])('is asked for again when it is “%s”', async (followUp, why) => {
    const { reference } = await sendEnquiry();
    const answer = await act(reference, 'follow-up', { followUp, words: 'Kept.' });
    const page = await readPage(answer);
    expect([page.status, faultsIn(page)]).toEqual([422, [[why, '#followUp']]]);
    expect(page.$('#words').val()).toBe('Kept.');
    await expectNothingDone();
  });
});

test.each([
  ['outcome', {}, ['#outcome', '#followUp']],
  ['follow-up', { words: 'x'.repeat(5001) }, ['#followUp', '#words']],
  ['hold', { reason: '' }, ['#reason', '#followUp']],
  ['reopen', { words: 'x'.repeat(5001) }, ['#followUp', '#words']],
])(
  'a date that is over is said with what else is to be fixed: %s',
  async (name, values, fields) => {
    const { reference } = await sendEnquiry();
    const typed = { ...values, followUp: '2026-11-24' };
    const page = await readPage(await post(`${pathOf(reference)}${name}/`, typed));
    expect([page.status, faultsIn(page).map(([, to]) => to)]).toEqual([422, fields]);
    await expectNothingDone();
  },
);

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
      expect([page.status, page.markup.includes('Someone was first')]).toEqual([409, true]);
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
      expect((await show(page)).markup, page).toContain(`Seen to by ${OTHER}`);
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
    expect((await show('/desk/')).markup).not.toContain(`Seen to by ${OTHER}`);
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

describe('a date that is set', () => {
  const field = async (reference: string, page: string) => {
    const shown = await show(`${pathOf(reference)}${page}/`);
    return [shown.$('#followUp').val(), textIn(shown, '#followUp-hint')] as const;
  };
  const promised = async () => {
    const { reference } = await sendEnquiry();
    await act(reference, 'follow-up', { followUp: '2026-12-15' });
    return reference;
  };

  test.each(['outcome', 'follow-up'])('is said and stands in the field: %s', async (page) => {
    const reference = await promised();
    const [value, hint] = await field(reference, page);
    expect(value).toBe('2026-12-15');
    expect(hint).toContain(`Set: Tuesday 15 December, by ${STAFF}.`);
  });

  test('stays through an outcome unless another is typed', async () => {
    const reference = await promised();
    await act(reference, 'outcome', { outcome: 'spoke' });
    expect((await field(reference, 'outcome'))[0]).toBe('2026-12-15');
    await act(reference, 'outcome', { outcome: 'wrote', followUp: '2026-12-08' });
    expect((await field(reference, 'outcome'))[0]).toBe('2026-12-08');
  });

  test('gives way to the usual day when it is emptied, which the hint names', async () => {
    const reference = await promised();
    expect((await field(reference, 'outcome'))[1]).toContain(
      'it is Friday 27 November, in three working days.',
    );
    await act(reference, 'outcome', { outcome: 'spoke', followUp: '' });
    const [value, hint] = await field(reference, 'outcome');
    expect(value, 'nobody promised that day').toBe('');
    expect(hint).toContain('Set: Friday 27 November, by the usual rule.');
  });

  test('is over once it has come', async () => {
    const reference = await promised();
    await comeBackAt('2026-12-15T09:00:00Z');
    const [value, hint] = await field(reference, 'outcome');
    expect([value, hint]).toEqual(['', expect.not.stringContaining('Set:')]);
  });

  test('is in the form that opens a closed case again', async () => {
    const { reference } = await sendEnquiry();
    await act(reference, 'outcome', { outcome: 'not-now', followUp: '2026-12-15' });
    const [value, hint] = await field(reference, 'reopen');
    expect(value).toBe('2026-12-15');
    expect(hint).toContain(`Set: Tuesday 15 December, by ${STAFF}.`);
    await act(reference, 'reopen');
    expect((await field(reference, 'outcome'))[0]).toBe('2026-12-15');
  });

  test('is named before closing takes it away', async () => {
    const reference = await promised();
    const page = await show(`${pathOf(reference)}close/`);
    expect(list(page, '.case-will li')[0]).toContain(
      `The date that is set goes: Tuesday 15 December, by ${STAFF}.`,
    );
  });

  test('is named before the outcome of a complaint takes it away, and before that is open again', async () => {
    const { reference } = await sendComplaint();
    const means = async (page: string, part: string) =>
      textIn(await show(`${pathOf(reference)}complaint/${page}`), part);
    expect(await means('', '.case-means')).not.toContain('The date that is set');
    await act(reference, 'follow-up', { followUp: '2026-12-15' });
    const goes = `The date that is set goes: Tuesday 15 December, by ${STAFF}.`;
    expect(await means('', '.case-means')).toContain(goes);
    await act(reference, 'complaint', { step: 'progress', told: 'telephone', words: 'x' });
    expect(await means('', '.case-means')).toContain(goes);
    await act(reference, 'complaint', { step: 'outcome', told: 'telephone', words: 'x' });
    expect((await field(reference, 'outcome'))[0]).toBe('');
    expect(await means('reopen/', '.case-will')).not.toContain('The date that is set');
    await act(reference, 'follow-up', { followUp: '2026-12-15' });
    expect(await means('reopen/', '.case-will')).toContain(goes);
    await act(reference, 'complaint/reopen');
    expect((await field(reference, 'follow-up'))[0]).toBe('');
  });

  test.each([
    ['outcome', { outcome: 'spoke', followUp: '', words: 'Kept.' }],
    ['follow-up', { followUp: '2026-12-20', words: 'Kept.' }],
  ])('is not replaced by who did not see it: %s', async (name, values) => {
    const { reference } = await sendEnquiry();
    const path = `${pathOf(reference)}${name}/`;
    const opened = fieldsIn(await show(path));
    await act(reference, 'follow-up', { followUp: '2026-12-15' });
    const again = await readPage(await post(path, { ...opened, ...values }));
    expect(again.status).toBe(422);
    expect(faultsIn(again)[0]?.[1]).toBe('#followUp');
    expect(textIn(again, '#followUp-hint')).toContain('Set: Tuesday 15 December');
    expect([again.$('#words').val(), again.$('#followUp').val()]).toEqual([
      'Kept.',
      values.followUp,
    ]);
    expect(await count(t, 'case_acts')).toBe(1);
    expect((await post(path, { ...fieldsIn(again) })).status).toBe(303);
  });

  test('is saved once when its button is pressed twice', async () => {
    const { reference } = await sendEnquiry();
    const path = `${pathOf(reference)}follow-up/`;
    const pressed = { ...fieldsIn(await show(path)), followUp: '2026-12-15' };
    for (const _ of [1, 2]) expect((await post(path, pressed)).status).toBe(303);
    expect(await count(t, 'case_acts')).toBe(1);
  });
});

describe('a date on which nobody is in', () => {
  const away = {
    kind: 'closure',
    from: '2026-12-14',
    to: '2026-12-18',
    why: 'Both on leave',
  } as const;
  const SAID =
    'The line is closed that day: Both on leave. The next open day is Monday 21 December. The case is on Today from that day all the same, until someone sees to it.';

  test('is taken, and what happens then is said once it is saved and where it is changed', async () => {
    const { reference } = await sendEnquiry();
    await haveSet(t.app, away);
    await act(reference, 'follow-up', { followUp: '2026-12-15' });
    expect((await next(reference))[0]).toContain(
      `Look at it again on Tuesday 15 December. ${SAID}`,
    );
    expect(textIn(await show(`${pathOf(reference)}outcome/`), '#followUp-hint')).toContain(
      `Set: Tuesday 15 December, by ${STAFF}. ${SAID}`,
    );
    await comeBackAt('2026-12-15T09:00:00Z');
    expect(list(await today(), '#waiting + p + .waits li')[0]).toContain(reference);
    await comeBackAt('2026-12-21T09:00:00Z');
    expect(list(await today(), '#waiting + p + .waits li')[0]).toContain(reference);
  });

  test('is said of a hold too', async () => {
    const { reference } = await sendEnquiry();
    await haveSet(t.app, away);
    await act(reference, 'hold', { reason: 'They dispute it', followUp: '2026-12-15' });
    expect((await next(reference))[0]).toContain(SAID);
  });

  test.each([
    ['outcome', { outcome: 'spoke' }],
    ['follow-up', {}],
    ['hold', { reason: 'They dispute it' }],
  ])('is refused years away: %s', async (name, values) => {
    const { reference } = await sendEnquiry();
    const answer = await act(reference, name, { ...values, followUp: '2099-12-15' });
    const page = await readPage(answer);
    expect([page.status, faultsIn(page)]).toEqual([
      422,
      [
        [
          'Tuesday 15 December 2099 is more than a year ahead. Choose a day up to Thursday 25 November 2027.',
          '#followUp',
        ],
      ],
    ]);
    expect(page.$('#followUp').val()).toBe('2099-12-15');
    await expectNothingDone();
  });
});

describe('where a date is seen', () => {
  test('in the list of cases and, when a call is booked, in the case', async () => {
    const { reference, link } = await sendEnquiry();
    await act(reference, 'outcome', { outcome: 'spoke', followUp: '2026-12-15' });
    expect(list(await show('/desk/cases/'), '.case-standing')).toEqual([
      'Nothing to do now. Look at it again on Tuesday 15 December',
    ]);
    await booked(await bookCallback(makeCallback({ case: keyIn(link) })));
    expect((await next(reference)).at(-1)).toMatch(
      /A call is booked\..*Look at it again on Tuesday 15 December\./,
    );
    expect(list(await show('/desk/cases/'), '.case-standing')[0]).toMatch(
      /^Call to come: .*\. Look at it again on Tuesday 15 December$/,
    );
    await comeBackAt('2026-12-16T09:00:00Z');
    expect(list(await show('/desk/cases/'), '.case-standing')[0]).toBe('Waiting for us');
  });
});

describe('what is coming up, on Today', () => {
  const coming = async (query = '') => list(await today(query), '#coming-up ~ .waits > li');

  test('is what is looked at again within two weeks, one’s own first of a day', async () => {
    const far = await sendEnquiry();
    await act(far.reference, 'follow-up', { followUp: '2026-12-09' });
    const cases = [];
    for (const [email, followUp] of [
      ['b@example.org', '2026-12-08'],
      ['c@example.org', '2026-12-07'],
      ['d@example.org', '2026-12-08'],
    ] as const) {
      const { reference } = await sendEnquiry({ email, phone: undefined });
      await act(reference, 'follow-up', { followUp });
      cases.push(reference);
    }
    const [second = '', first = '', mine = ''] = cases;
    await act(mine, 'owner', { owner: STAFF });
    const page = await today();
    expect(textIn(page, '.lede')).toContain('nothing is waiting');
    const shown = list(page, '#coming-up ~ .waits > li');
    expect(shown.map((entry) => [first, mine, second].find((one) => entry.includes(one)))).toEqual([
      first,
      mine,
      second,
    ]);
    expect(shown[0]).toContain('Look at it again on Monday 7 December.');
    expect(await coming(`?owner=${encodeURIComponent(STAFF)}`)).toEqual([
      expect.stringContaining(mine),
    ]);
  });

  test('is gone once it is due, closed, undone or waits', async () => {
    const { reference, link } = await sendEnquiry();
    await act(reference, 'outcome', { outcome: 'spoke', followUp: '2026-12-04' });
    expect(await coming()).toHaveLength(1);
    const undo = await show(`${pathOf(reference)}undo/`);
    await post(`${pathOf(reference)}undo/`, fieldsIn(undo));
    expect(await coming()).toEqual([]);
    await act(reference, 'follow-up', { followUp: '2026-12-04' });
    await act(reference, 'close');
    expect(await coming()).toEqual([]);
    await act(reference, 'reopen', { followUp: '2026-12-04' });
    expect(await coming()).toHaveLength(1);
    await comeBackAt('2026-11-25T10:00:00Z');
    const corrected = makeEnquiry({ role: 'Head of service' });
    await call(publicApp, postForm(`${new URL(link).pathname}correct/`, corrected as never));
    expect(await coming()).toEqual([]);
    await act(reference, 'outcome', { outcome: 'spoke' });
    expect(await coming()).toHaveLength(1);
    await comeBackAt('2026-12-04T09:00:00Z');
    const page = await today();
    expect(list(page, '#coming-up ~ .waits > li')).toEqual([]);
    expect(list(page, '#follow-up ~ .waits > li')[0]).toContain(reference);
  });

  test('stays after its day while a call is to come, until someone sees to it', async () => {
    const { reference, link } = await sendEnquiry();
    await act(reference, 'outcome', { outcome: 'spoke', followUp: '2026-11-25' });
    const start = '2026-12-03T10:00:00+00:00';
    await booked(await bookCallback(makeCallback({ start, case: keyIn(link) })));
    await comeBackAt('2026-11-26T09:00:00Z');
    expect(await coming()).toEqual([
      expect.stringContaining(
        'Look at it again since Wednesday 25 November. A call is booked for Thursday 3 December, 10am.',
      ),
    ]);
    await act(reference, 'outcome', { outcome: 'no-answer', followUp: '' });
    expect(await coming()).toEqual([]);
  });

  test('stays until a call that is months after its day', async () => {
    const { reference, link } = await sendEnquiry();
    await act(reference, 'outcome', { outcome: 'spoke', followUp: '2026-11-25' });
    await comeBackAt('2027-10-04T09:00:00Z');
    expect(await coming()).toEqual([]);
    const start = '2027-10-07T10:00:00+01:00';
    await booked(await bookCallback(makeCallback({ start, case: keyIn(link) })));
    expect(await coming()).toEqual([
      expect.stringContaining('Look at it again since Wednesday 25 November 2026. A call is'),
    ]);
  });
});
