import { describe, expect, test } from 'vitest';
import { narrowingsToCome } from '#services/availability/narrowing-service.ts';
import { testApp } from '../support/app.ts';
import { bookCallback, booked, count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { haveSet, hours } from '../support/narrowings.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post } = deskVisit(t);

const FRIDAYS = {
  kind: 'block',
  from: '2026-11-27',
  to: '2027-03-26',
  weekdays: [4],
  hours: hours('13:00', '18:00'),
  why: 'Training',
} as const;
const CLOSURE = { kind: 'closure', from: '2026-11-30', to: '2026-12-04', why: 'Away' } as const;

const spans = async () => (await narrowingsToCome(t.app)).map(({ from, to }) => `${from} ${to}`);
const acts = async () => {
  const rows = await t.app.database.query<{ act: string }>(
    "SELECT act FROM audit WHERE act LIKE 'took one day out%' ORDER BY act",
  );
  return rows.map(({ act }) => act);
};

/** What the page that says what would change posts next. */
async function checked(path: string, date: string) {
  const page = await readPage(await post(path, { ...fieldsIn(await show(path)), date }));
  return { page, fields: { ...fieldsIn(page), step: 'set' } };
}

const setFridays = async () => `/desk/times/block/${await haveSet(t.app, FRIDAYS)}/`;

describe('taking out one day', () => {
  test('is offered on Times, on its own page, on its form, in the list of days and by Help', async () => {
    const path = await setFridays();
    await haveSet(t.app, { ...CLOSURE, from: '2026-12-01', to: '2026-12-01' });
    const times = await show('/desk/times/');
    expect(list(times, '.times-acts a').filter((words) => words.startsWith('Take out'))).toEqual([
      'Take out one day of what is set for Every Friday, 1pm to 6pm, Friday 27 November to Friday 26 March 2027',
    ]);
    const fridays = times.$(`.days-ahead a[href^="${path}day/?date="]`).toArray();
    expect(fridays.map((link) => times.$(link).attr('href'))[1]).toBe(
      `${path}day/?date=2026-12-04`,
    );
    expect(fieldsIn(await show(`${path}day/?date=2026-12-04`))['date']).toBe('2026-12-04');
    const removal = await show(`${path}remove/`);
    expect(textIn(removal, '.lede')).toContain('You are about to remove all of what is set for');
    expect(list(removal, '.actions > *')).toEqual([
      'Remove all of it',
      'Take out one day of it',
      'Keep it',
    ]);
    for (const page of [removal, await show(path)]) {
      expect(page.$(`a[href="${path}day/"]`).length).toBeGreaterThan(0);
    }
    expect(textIn(await show('/desk/help/'), 'main')).toContain('Take out one day');
  });

  test('shows what that changes, and leaves the other Fridays', async () => {
    const path = `${await setFridays()}day/`;
    await booked(await bookCallback(makeCallback({ start: '2026-12-04T10:00:00+00:00' })));
    expect(fieldsIn(await show(path))['date']).toBe('');
    const { page, fields } = await checked(path, '2026-12-04');
    expect(page.$('h1').text()).toBe('Take out one day?');
    expect(textIn(page, '.lede')).toBe(
      'Nothing is changed yet. You are about to take Friday 4 December out of what is set for every Friday, 1pm to 6pm, Friday 27 November to Friday 26 March 2027 (Training).',
    );
    expect(textIn(page, 'main')).toContain(
      'This stays set: Friday 27 November, 1pm to 6pm; and every Friday, 1pm to 6pm, Friday 11 December to Friday 26 March 2027.',
    );
    const days = list(page, '.days-ahead > div');
    expect(days).toHaveLength(1);
    expect(days[0]).toContain('Friday 4 December Now open 9am to 1pmThen open 9am to 6pm');
    expect(await spans()).toEqual(['2026-11-27 2027-03-26']);
    const sent = await count(t, 'messages');
    const answer = await post(path, fields);
    expect(answer.headers.get('location')).toBe('/desk/times/?done=day-out');
    expect(await spans()).toEqual(['2026-11-27 2026-11-27', '2026-12-11 2027-03-26']);
    expect(await count(t, "narrowings WHERE why = 'Training'")).toBe(2);
    expect(await acts()).toEqual([
      'took one day out of a block: ended it before that day',
      'took one day out of a block: set it again after that day',
    ]);
    expect(await count(t, 'messages')).toBe(sent);
  });

  test('pressed twice does it once, and says so', async () => {
    const path = `${await setFridays()}day/`;
    const { fields } = await checked(path, '2027-01-29');
    const answers = await Promise.all([post(path, fields), post(path, fields)]);
    expect(answers.map((answer) => answer.headers.get('location')).sort()).toEqual([
      '/desk/times/?done=day-out',
      '/desk/times/?done=day-out-before',
    ]);
    expect(await spans()).toEqual(['2026-11-27 2027-01-22', '2027-02-05 2027-03-26']);
    expect(await acts()).toHaveLength(2);
    expect(textIn(await show('/desk/times/?done=day-out-before'), '[role=status]')).toContain(
      'It had been taken out already',
    );
  });

  test('from a page of before another tab changed it does nothing, and says why', async () => {
    const path = `${await setFridays()}day/`;
    const { fields } = await checked(path, '2027-02-05');
    await post(path, (await checked(path, '2027-01-29')).fields);
    const set = await spans();
    for (const step of ['see', 'set']) {
      const answer = await post(path, { ...fields, step });
      expect(answer.headers.get('location')).toBe('/desk/times/?done=changed-since');
    }
    expect(await spans()).toEqual(set);
    expect(textIn(await show('/desk/times/?done=changed-since'), '[role=status]')).toContain(
      'what is set was changed after you opened that page',
    );
  });

  test.each([
    ['2026-11-30', ['2026-12-01 2026-12-04'], 'moved its end or its beginning past that day'],
    ['2026-12-04', ['2026-11-30 2026-12-03'], 'moved its end or its beginning past that day'],
  ])('at an end, %s, only shortens it', async (date, left, what) => {
    const path = `/desk/times/closure/${await haveSet(t.app, CLOSURE)}/day/`;
    await post(path, (await checked(path, date)).fields);
    expect(await spans()).toEqual(left);
    expect(await acts()).toEqual([`took one day out of a closure: ${what}`]);
  });

  test('that is its only one removes it', async () => {
    const path = `/desk/times/closure/${await haveSet(t.app, { ...CLOSURE, to: CLOSURE.from })}/day/`;
    const { page, fields } = await checked(path, CLOSURE.from);
    expect(textIn(page, 'main')).toContain('That is its only day, so nothing of it is left.');
    await post(path, fields);
    expect(await spans()).toEqual([]);
    expect((await post(path, fields)).headers.get('location')).toBe('/desk/times/?done=gone');
    expect(await acts()).toHaveLength(1);
  });

  test.each([
    ['', 'Enter the day to take out: the day, the month and the year'],
    ['2027-01-28', 'Thursday 28 January 2027 is not one of its days.'],
    ['25/12/2026', 'The line is closed on Friday 25 December anyway'],
  ])('%j says what to fix, and keeps what was typed', async (date, message) => {
    const path = `${await setFridays()}day/`;
    for (const step of ['see', 'set']) {
      const page = await readPage(await post(path, { date, step }));
      expect(page.status).toBe(422);
      expect(page.$('title').text()).toMatch(/^Error: /);
      expect(faultsIn(page)).toEqual([[expect.stringContaining(message), '#date']]);
      expect(fieldsIn(page)['date']).toBe(date);
    }
    expect(await spans()).toHaveLength(1);
  });

  test('of what is gone, or is another kind, leads back', async () => {
    const id = await haveSet(t.app, FRIDAYS);
    for (const path of [`/desk/times/closure/${id}/day/`, '/desk/times/block/none/day/']) {
      const answer = await post(path, { date: '2026-12-04', step: 'set' });
      expect(answer.headers.get('location')).toBe('/desk/times/?done=gone');
    }
    expect(await spans()).toHaveLength(1);
  });
});
