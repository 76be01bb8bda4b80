import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, cancelCall, count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { openDesk } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { haveSet, hours } from '../support/narrowings.ts';
import { fieldsIn, type PageRead, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
const desk = deskVisit(t);
const { show } = desk;

const AFTERNOON = { from: '2026-11-26', to: '2026-11-26', hours: hours('13:00', '17:00') };

const haveBlocked = () => haveSet(t.app, { kind: 'block', ...AFTERNOON, why: 'Training' });

/** The row of a day, as it is read. */
const rowOf = (page: PageRead, day: string) =>
  list(page, '.days-ahead > div').find((row) => row.startsWith(day));

describe('the days that can be booked', () => {
  test('say for each day up to the horizon whether it is open, what is free and what is booked', async () => {
    await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await booked(await bookCallback(makeCallback({ start: '2026-11-26T09:00:00+00:00' })));
    const page = await show('/desk/times/');
    expect(page.status).toBe(200);
    expect(page.$('h1').text()).toBe('Times');
    // 42 days from a Tuesday have thirty weekdays.
    expect(page.$('.days-ahead > div')).toHaveLength(30);
    expect(rowOf(page, 'Monday 4 January 2027')).toContain('Open 9am to 6pm');
    expect(rowOf(page, 'Tuesday 24 November today')).toBe(
      'Tuesday 24 November today Open 9am to 6pm 14 times free for a callback,0 for a discovery callNo call bookedBlock time on Tuesday 24 November',
    );
    expect(rowOf(page, 'Thursday 26 November')).toContain('16 times free for a callback,16 for a');
    expect(rowOf(page, 'Thursday 26 November')).toContain('2 calls booked');
    const calls = page.$('.days-ahead a[href="/desk/diary/2026-11-26/"]');
    expect(calls.text()).toBe('2 calls booked on Thursday 26 November');
  });

  test('say why a day is closed, shorter or blocked, and list what is set', async () => {
    const week = { from: '2026-12-07', to: '2026-12-11' };
    await haveSet(t.app, { kind: 'closure', from: '2026-12-01', to: '2026-12-02', why: 'Away' });
    await haveSet(t.app, { kind: 'dated hours', ...week, hours: hours('10:00', '16:00') });
    const fridays = { from: '2026-11-27', to: '2027-03-26', weekdays: [4] };
    await haveSet(t.app, { kind: 'block', ...fridays, hours: hours('13:00', '18:00') });
    const page = await show('/desk/times/');
    expect(rowOf(page, 'Friday 25 December')).toBe(
      'Friday 25 December Closed: Christmas Day, a bank holiday',
    );
    expect(rowOf(page, 'Tuesday 1 December')).toBe(
      'Tuesday 1 December Closed: Away Take this day out of the closure: Tuesday 1 December, of what is set for Tuesday 1 December to Wednesday 2 December',
    );
    expect(rowOf(page, 'Monday 7 December')).toContain('Open 10am to 4pm 12 times free');
    expect(rowOf(page, 'Friday 11 December')).toContain(
      'Open 10am to 4pmBlocked 1pm to 6pm 6 times',
    );
    expect(list(page, '.times-blocks li > span:first-child')).toEqual([
      'Blocked Every Friday, 1pm to 6pm, Friday 27 November to Friday 26 March 2027',
      'Closed Tuesday 1 December to Wednesday 2 December: Away',
      'Open only Monday 7 December to Friday 11 December, 10am to 4pm',
    ]);
  });

  test('say that nothing is set, and lead to each way to set something, and to where a day is', async () => {
    const page = await show('/desk/times/');
    expect(textIn(page, 'section:first-of-type')).toContain('Nothing is set');
    const ways = page.$('section:first-of-type .actions a').toArray();
    expect(ways.map((link) => page.$(link).attr('href'))).toEqual([
      '/desk/times/closure/',
      '/desk/times/hours/',
      '/desk/times/block/',
    ]);
    const form = await show(page.$('.days-ahead a').first().attr('href') ?? '');
    expect(fieldsIn(form)).toEqual({ from: '2026-11-24', to: '', why: '' });
    expect(textIn(form, '.hint')).toContain(
      'For “until Easter”: Good Friday is Friday 26 March 2027.',
    );
  });
});

describe('calls that need another time', () => {
  test('are listed with why, and with what can be done', async () => {
    const { reference, booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await booked(await bookCallback(makeCallback({ start: '2026-11-26T15:00:00+00:00' })));
    expect(textIn(await show('/desk/times/stranded/'), '.lede')).toBe(
      'Every call to come can take place at the time it is booked for.',
    );
    await haveBlocked();
    const page = await show('/desk/times/stranded/?done=set-with-calls');
    expect(textIn(page, '[role=status]')).toMatch(
      /^It is set\. Every call that cannot take place is below/,
    );
    const [discovery = '', callback = ''] = list(page, '.conflicting > li');
    expect(discovery).toContain(
      `Thursday 26 November, 2:30pm to 3pm, UK time A discovery call with A. Person, Example County Council. Reference ${reference}.`,
    );
    expect(discovery).toContain('Blocked 1pm to 5pm: Training.');
    expect(callback).toContain(
      'They gave no email address. Ring 01632 960 001 to agree another time, then move the call.',
    );
    const [row] = await t.app.database.query<{ id: string }>(
      "SELECT id FROM bookings WHERE kind = 'discovery-call'",
    );
    const links = page
      .$('.conflicting > li:first-child a')
      .toArray()
      .map((link) => page.$(link).attr('href'));
    expect(links).toEqual([
      `/desk/cases/${reference}/`,
      `/desk/cases/${reference}/offer/?call=${row?.id}`,
      `/desk/cases/${reference}/calls/${row?.id}/move/`,
      `/desk/cases/${reference}/calls/${row?.id}/cancel/`,
    ]);
    expect(textIn(await show('/desk/times/'), '.times-conflicting')).toContain(
      '2 calls are booked',
    );
    expect(textIn(await show('/desk/times/stranded/'), 'main')).toContain(
      'Offer everyone new times',
    );
    await booked(await bookCallback(makeCallback({ start: '2026-11-27T11:00:00+00:00' })));
    await haveSet(t.app, {
      kind: 'closure',
      from: '2026-11-27',
      to: '2026-11-27',
      why: 'Away',
    });
    await cancelCall(booking);
    const unmailed = await show('/desk/times/stranded/');
    expect(list(unmailed, '.conflicting > li')).toHaveLength(2);
    expect(textIn(unmailed, 'main')).not.toContain('Offer');
    expect(textIn(await show('/desk/'), '[aria-labelledby=stranded]')).toMatch(
      /See them one by one/,
    );
    expect(textIn(await show('/desk/'), '[aria-labelledby=stranded]')).not.toContain('Offer');
  });
});

describe('nobody but staff', () => {
  const ID = '11111111-1111-4111-8111-111111111111';
  test.each([
    '/desk/times/',
    '/desk/times/closure/',
    '/desk/times/hours/',
    '/desk/times/block/',
    `/desk/times/block/${ID}/`,
    `/desk/times/block/${ID}/remove/`,
    '/desk/times/stranded/',
    '/desk/times/stranded/offer/',
    '/desk/diary/2026-11-26/',
  ])('opens or posts to %s', async (path) => {
    const answer = await openDesk(get(path));
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/desk/sign-in/?onward=${encodeURIComponent(path)}`,
    ]);
    if (path === '/desk/times/' || path.endsWith('stranded/') || path.includes('diary')) return;
    const values = { from: '2026-11-26', much: 'day', why: 'x', step: 'set' };
    expect((await openDesk(postForm(path, values))).status).toBe(401);
    expect(await count(t, 'narrowings')).toBe(0);
  });
});
