import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, keyIn } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';
import { pathOf, standingVisit } from '../support/standing-visit.ts';

const STAFF = 'staff@example.org';

const t = testApp();
const { show, post, act, comeBackAt, next, today, expectNothingDone } = standingVisit(t);

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
      `${STAFF} set it to be looked at again. To follow up on Tuesday 15 December. They asked us to ring after the 14th.`,
    );
    expect(textIn(await today(), '.lede')).toContain('nothing is waiting');
    await comeBackAt('2026-12-15T09:00:00Z');
    expect(list(await today(), '#waiting + p + .waits li')[0]).toContain(reference);
  });

  test('is asked for beside the days on which we are closed, and said to come back by email too', async () => {
    const { reference } = await sendEnquiry();
    const form = async () => textIn(await show(`${pathOf(reference)}follow-up/`), '#followUp-hint');
    expect(await form()).not.toContain('closed');
    await post('/desk/times/closure/', {
      ...{ from: '2026-12-07', to: '2026-12-18', why: 'Away', step: 'set' },
    });
    expect(await form()).toContain('The line is closed Monday 7 December to Friday 18 December.');
    const answer = await act(reference, 'follow-up', { followUp: '2026-12-15' });
    const page = await show(answer.headers.get('location') ?? '');
    expect(textIn(page, '[role=status]')).toContain('in the email to staff each working morning');
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
