import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, count } from '../support/bookings.ts';
import { makeCallback } from '../support/make-call.ts';
import { faultsIn, labelOf, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { showCallPage, withStart } from '../support/site-pages.ts';

const t = testApp();

const show = (query = '') => showCallPage('callback', query);

const ELEVEN = '2026-11-25T11:00:00+00:00';

describe('choosing a time', () => {
  test('shows a week of free times, each named with its day, in a form that asks with GET', async () => {
    const page = await show();
    expect(page.status).toBe(200);
    expect(page.$('form').attr('method')).toBe('get');
    expect(page.$('form').attr('action')).toBe('/callback/');
    expect(
      page
        .$('.day h2')
        .toArray()
        .map((day) => page.$(day).text()),
    ).toEqual([
      'Tuesday 24 November',
      'Wednesday 25 November',
      'Thursday 26 November',
      'Friday 27 November',
    ]);
    const radios = page.$('input[type=radio][name=start]');
    expect(radios).toHaveLength(14 + 3 * 18);
    expect(radios.first().attr('value')).toBe('2026-11-24T11:00:00+00:00');
    expect(labelOf(page, 'start')).toBe('Tuesday 24 November, 11am');
    expect(page.$('label time').first().attr('datetime')).toBe('2026-11-24T11:00:00+00:00');
    expect(textIn(page, '#start-hint')).toBe(
      'Times are UK time (London). We will ring you at the time you choose, or up to 30 minutes after it.',
    );
    const ids = page
      .$('[id]')
      .toArray()
      .map((one) => page.$(one).attr('id'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a discovery call starts after a whole open day’s notice', async () => {
    const page = await showCallPage('discovery-call');
    expect(page.$('input[type=radio]').first().attr('value')).toBe('2026-11-25T10:00:00+00:00');
    expect(textIn(page, '#start-hint')).toBe(
      'Times are UK time (London). A discovery call is 30 minutes long.',
    );
  });

  test('other weeks are links, as far as the horizon and no further', async () => {
    const seen: string[] = [];
    let href: string | undefined = '/callback/';
    for (; href && seen.length < 20; ) {
      const page = await readPage(await call(publicApp, get(href)));
      seen.push(page.$('.day h2').first().text());
      href = page.$('a:contains("Later times")').attr('href');
    }
    expect(seen).toEqual([
      'Tuesday 24 November',
      'Monday 30 November',
      'Monday 7 December',
      'Monday 14 December',
      'Monday 21 December',
      'Tuesday 29 December',
      'Monday 4 January 2027',
    ]);
    const last = await show('?from=2027-01-04');
    expect(last.$('a:contains("Earlier times")').attr('href')).toBe('/callback/?from=2026-12-28');
  });

  test.each([
    ['a date long past', '2020-01-01', 'Tuesday 24 November'],
    ['a date past the horizon', '2031-01-01', 'Monday 4 January 2027'],
    ['no date at all', 'never', 'Tuesday 24 November'],
    ['a Sunday', '2026-11-29', 'Tuesday 24 November'],
  ])('%s shows the nearest week there is', async (_, from, first) => {
    expect((await show(`?from=${from}`)).$('.day h2').first().text()).toBe(first);
  });

  test('the page as it is at first may be found by search; one with a time or a case may not', async () => {
    expect((await show()).headers.get('x-robots-tag')).toBeNull();
    expect((await show(withStart(ELEVEN))).headers.get('x-robots-tag')).toBe('noindex');
    expect((await show(withStart(ELEVEN))).headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('stays in its week when nobody chose one', async () => {
    const shown = await show('?from=2026-12-07');
    const monday = shown.$('input[name=from]').attr('value');
    const again = await show(`?from=${monday}&step=details`);
    expect(faultsIn(again)).not.toEqual([]);
    expect(textIn(again, '.day h2')).toContain('Monday 7 December');
  });

  test('going on without a time says so, beside the times', async () => {
    const page = await show('?step=details');
    expect(page.status).toBe(400);
    expect(faultsIn(page)).toEqual([['Choose a time.', '#start']]);
    expect(textIn(page, '#start-fault')).toBe('Error: Choose a time.');
    expect(textIn(page, 'title')).toMatch(/^Error: /);
  });

  test.each([
    ['taken', ELEVEN, 409, 'That time is no longer free. Choose another.'],
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
      'Write the time with its date and offset, such as 2026-11-24T11:00:00+00:00.',
    ],
  ])('a time that is %s is answered with the times and why', async (_, start, status, why) => {
    await booked(await bookCallback(makeCallback()));
    const page = await show(withStart(start));
    expect(page.status).toBe(status);
    expect(faultsIn(page)).toEqual([[why, '#start']]);
    expect(page.$('input[type=radio]').length).toBeGreaterThan(0);
    expect(page.$(`input[value="${ELEVEN}"]`)).toHaveLength(0);
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
