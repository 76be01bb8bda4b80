import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { makeCallback } from '../support/make-call.ts';
import { faultsIn, fieldsIn, openDay, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { showCallPage, withStart } from '../support/site-pages.ts';

const t = testApp();

const show = (query = '') => showCallPage('callback', query);

const ELEVEN = '2026-11-25T11:00:00+00:00';

describe('choosing a time', () => {
  test('shows ten open days with how many times each has, and opens the first, in a form that asks with GET', async () => {
    const page = await show();
    expect(page.status).toBe(200);
    expect(page.$('form').attr('method')).toBe('get');
    expect(page.$('form').attr('action')).toBe('/callback/');
    expect(list(page, '.day')).toEqual([
      'Tuesday 24 November, 14 times',
      ...['Wednesday 25', 'Thursday 26', 'Friday 27', 'Monday 30'].map(
        (day) => `${day} November, 18 times`,
      ),
      ...['Tuesday 1', 'Wednesday 2', 'Thursday 3', 'Friday 4', 'Monday 7'].map(
        (day) => `${day} December, 18 times`,
      ),
    ]);
    expect(openDay(page)).toBe('2026-11-24');
    const radios = page.$('input[type=radio][name=time]');
    expect(radios).toHaveLength(14 + 9 * 18);
    expect(fieldsIn(page)).toMatchObject({ day: '2026-11-24', step: 'details' });
    expect(radios.first().attr('value')).toBe('11:00');
    expect(radios.first().attr('id')).toBe('start');
    expect(list(page, '.times:first-of-type legend')).toEqual([
      'Tuesday 24 November',
      'Morning',
      'Afternoon',
    ]);
    expect(list(page, '.times:first-of-type fieldset fieldset:first-of-type label')).toEqual([
      '11am',
      '11:30am',
    ]);
    expect(textIn(page, '#start-hint')).toBe(
      'Times are UK time (London). We will ring you at the time you choose, or up to 30 minutes after it.',
    );
    const ids = page
      .$('[id]')
      .toArray()
      .map((one) => page.$(one).attr('id'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a discovery call starts after a whole open day’s notice, and the page says so', async () => {
    const page = await showCallPage('discovery-call');
    expect(list(page, '.day').slice(0, 2)).toEqual([
      'Tuesday 24 November, Too soon to book',
      'Wednesday 25 November, 16 times',
    ]);
    expect(page.$('input[name=time]').first().attr('value')).toBe('10:00');
    expect(textIn(page, '#start-hint')).toBe(
      'Times are UK time (London). A discovery call is 30 minutes long. A discovery call needs 9 hours of notice, counted while the line is open.',
    );
  });

  test('late in the day, when notice has taken today, says that it did', async () => {
    t.setNow('2026-11-24T17:05:00Z');
    const page = await show();
    expect(list(page, '.day').slice(0, 2)).toEqual([
      'Tuesday 24 November, Too soon to book',
      'Wednesday 25 November, 17 times',
    ]);
    expect(textIn(page, '#start-hint')).toContain('A callback needs 1 hour of notice');
    t.setNow('2026-11-24T18:00:00Z');
    expect(list(await show(), '.day')[0]).toBe('Wednesday 25 November, 16 times');
  });

  test('other days are links, as far as the horizon and no further, and closed days say why', async () => {
    const seen: string[] = [];
    let href: string | undefined = '/callback/';
    for (; href && seen.length < 60; ) {
      const page = await readPage(await call(publicApp, get(href)));
      seen.push(...list(page, '.day'));
      href = page.$('a:contains("Later days")').attr('href');
    }
    expect(seen).toHaveLength(30);
    expect(seen.at(10)).toBe('Tuesday 8 December, 18 times');
    expect(seen.filter((day) => day.includes('Closed'))).toEqual([
      'Friday 25 December, Closed: Christmas Day',
      'Monday 28 December, Closed: Boxing Day (substitute day)',
      'Friday 1 January 2027, Closed: New Year’s Day',
    ]);
    expect(seen.at(-1)).toBe('Monday 4 January 2027, 18 times');
    const last = await show('?from=2027-01-04');
    expect(last.$('a:contains("Earlier days")').attr('href')).toBe('/callback/?from=2026-12-08');
  });

  test.each([
    ['a date long past', '?from=2020-01-01', '2026-11-24'],
    ['a date past the horizon', '?from=2031-01-01', '2026-12-22'],
    ['no date at all', '?from=never', '2026-11-24'],
    ['a Sunday', '?from=2026-11-29', '2026-11-30'],
    ['a bank holiday', '?day=2026-12-25', '2026-12-29'],
    ['a day', '?day=2026-12-10', '2026-12-10'],
  ])('%s opens the nearest day there is', async (_, query, day) => {
    const page = await show(query);
    expect(openDay(page)).toBe(day);
    expect(page.$('form:has(#start) [name=day]').attr('value')).toBe(day);
  });

  test('the page as it is at first may be found by search; one with a time or a case may not', async () => {
    expect((await show()).headers.get('x-robots-tag')).toBeNull();
    expect((await show(withStart(ELEVEN))).headers.get('x-robots-tag')).toBe('noindex');
    expect((await show(withStart(ELEVEN))).headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('stays on its day when nobody chose a time, or none that can be read', async () => {
    for (const time of ['', '&time=', '&time=25:00', '&time=noon']) {
      const again = await show(`?day=2026-12-10&step=details${time}`);
      expect(faultsIn(again)).toEqual([['Choose a time', '#start']]);
      expect(openDay(again)).toBe('2026-12-10');
      expect(again.$('input[name=time][checked]')).toHaveLength(0);
    }
  });

  test.each([
    ['2026-12-10', '10:00', 'Thursday 10 December, 10am to 10:30am, UK time'],
    ['2026-11-24', '17:30', 'Tuesday 24 November, 5:30pm to 6pm, UK time'],
  ])('%s and %s are a time', async (day, time, words) => {
    const details = await show(`?day=${day}&time=${time}&step=details`);
    expect(textIn(details, '.chosen-time time')).toBe(words);
  });

  test('going on without a time says so, beside the times', async () => {
    const page = await show('?step=details');
    expect(page.status).toBe(400);
    expect(faultsIn(page)).toEqual([['Choose a time', '#start']]);
    expect(textIn(page, '#start-fault')).toBe('Error: Choose a time');
    expect(textIn(page, 'title')).toMatch(/^Error: /);
  });

  test.each([
    ['taken', ELEVEN, 409, 'Wednesday 25 November, 11am is no longer free. Choose another time.'],
    ['past', '2026-11-24T09:30:00+00:00', 409, 'That time has passed. Choose a later one.'],
    [
      'on a Saturday',
      '2026-11-28T11:00:00+00:00',
      400,
      'The line is closed on Saturday 28 November. Choose another day.',
    ],
    [
      'between two',
      '2026-11-25T11:10:00+00:00',
      400,
      'Calls start on the hour and half hour. Choose one of those times.',
    ],
    [
      'unreadable',
      'soon',
      400,
      'Write the time with its date and offset, such as 2026-11-24T11:00:00+00:00',
    ],
  ])('a time that is %s is answered with the times and why', async (_, start, status, why) => {
    await booked(await bookCallback(makeCallback()));
    const page = await show(withStart(start));
    expect(page.status).toBe(status);
    expect(faultsIn(page)).toEqual([[why, '#start']]);
    expect(page.$('input[type=radio]').length).toBeGreaterThan(0);
    expect(page.$('form:has([value="2026-11-25"]) [value="11:00"]')).toHaveLength(0);
  });

  test('with nothing free at all says so and gives the line', async () => {
    const { calls } = t.app.site.settings;
    const before = calls.notice.callback;
    calls.notice.callback = 5400 * 10;
    const page = await show();
    calls.notice.callback = before;
    expect(page.status).toBe(200);
    expect(page.$('form')).toHaveLength(0);
    expect(textIn(page, 'main')).toContain('No time is free at the moment.');
    expect(textIn(page, 'main')).toContain('07800 970 049, Monday to Friday, 9am to 6pm');
  });
});

test('looking changes nothing, however it is done', async () => {
  await booked(await bookCallback(makeCallback()));
  const tables = ['cases', 'bookings', 'messages', 'submissions', 'audit'];
  const rows = () => Promise.all(tables.map((table) => count(t, table)));
  const before = await rows();
  for (const path of [
    '',
    withStart('2026-11-25T12:00:00+00:00'),
    '?from=2026-12-07',
    '?step=details',
  ]) {
    for (const method of ['GET', 'HEAD']) {
      const request = new Request(`http://localhost:8888/callback/${path}`, { method });
      const response = await call(publicApp, request);
      expect([200, 400]).toContain(response.status);
      if (method === 'HEAD') expect(await response.text()).toBe('');
    }
  }
  expect(await rows()).toEqual(before);
});

test('another site cannot post here, and other methods are told what is taken', async () => {
  const foreign = postForm('/callback/', makeCallback() as Record<string, string>, {
    'sec-fetch-site': 'cross-site',
  });
  expect((await call(publicApp, foreign)).status).toBe(403);
  const put = new Request('http://localhost:8888/callback/', { method: 'PUT' });
  const refused = await call(publicApp, put);
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
});
