import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, cancelCall } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { haveSet, hours } from '../support/narrowings.ts';
import { textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post } = deskVisit(t);

const block = (date: string, opens: string, closes: string, why: string) =>
  haveSet(t.app, { kind: 'block', from: date, to: date, hours: hours(opens, closes), why });

test('the diary draws the week with names that lead to their cases, what is blocked, closed and free', async () => {
  const { reference } = await booked(
    await bookCallback(makeCallback({ start: '2026-11-25T15:00:00+00:00' })),
  );
  const gone = await booked(
    await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-26T10:00:00+00:00' })),
  );
  await cancelCall(gone.booking);
  await block('2026-11-25', '09:00', '12:00', 'Training');
  const page = await show('/desk/diary/');
  expect(list(page, '.diary-day h2')).toEqual([
    'Monday 23 November',
    'Tuesday 24 November Today',
    'Wednesday 25 November',
    'Thursday 26 November',
    'Friday 27 November',
  ]);
  expect(list(page, '.diary-day:nth-child(3) li')).toEqual([
    '9am to midday Blocked: Training',
    'midday to 3pm Free',
    '3pm to 3:30pm A. Person callback, 01632 960 001',
    '3:30pm to 6pm Free',
  ]);
  expect(page.$('.is-calls a').first().attr('href')).toBe(`/desk/cases/${reference}/`);
  expect(list(page, '.diary-day:nth-child(4) li')).toEqual(['9am to 6pm Free']);
  expect(page.$('.is-today').length).toBe(1);
  // Nothing can be blocked on Monday, which is over.
  const blocked = page.$('.diary-act a[href*="/block/"]').toArray();
  expect(blocked.map((link) => page.$(link).attr('href')?.split('=')[1])).toEqual([
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
  ]);
});

test('the diary goes on to any week, and shows why a day is closed', async () => {
  const page = await show('/desk/diary/?week=2026-12-24');
  expect(textIn(page, '.diary-closed')).toBe('Closed: Christmas Day, a bank holiday');
  const weeks = page
    .$('.diary-weeks a')
    .toArray()
    .map((link) => page.$(link).attr('href'));
  expect(weeks).toEqual([
    '/desk/diary/?week=2026-12-14',
    '/desk/diary/',
    '/desk/diary/?week=2026-12-28',
  ]);
  expect(page.$('.is-today').length).toBe(0);
  expect((await show('/desk/diary/?week=soon')).$('.is-today').length).toBe(1);
});

test('the diary shows closures, shorter hours and blocks of every week', async () => {
  await haveSet(t.app, { kind: 'closure', from: '2026-11-26', to: '2026-11-26', why: 'Away' });
  const week = { from: '2026-11-23', to: '2026-11-27' };
  await haveSet(t.app, {
    kind: 'dated hours',
    ...week,
    hours: hours('10:00', '16:00'),
    why: 'Few of us',
  });
  const afternoons = { from: '2026-11-01', to: '2027-03-26', weekdays: [2, 4] };
  await haveSet(t.app, { kind: 'block', ...afternoons, hours: hours('13:00', '18:00') });
  const page = await show('/desk/diary/');
  expect(list(page, '.diary-day:nth-child(2) .diary-closed')).toEqual([
    'Open only 10am to 4pm: Few of us',
  ]);
  expect(list(page, '.diary-day:nth-child(4) .diary-closed')).toEqual(['Closed: Away']);
  expect(list(page, '.diary-day:nth-child(5) li')).toEqual([
    '9am to 10am Closed',
    '10am to 1pm Free',
    '1pm to 4pm Blocked',
    '4pm to 6pm Closed',
  ]);
});

test('the diary says of days that nobody can book yet that they are too far ahead', async () => {
  const soon = await show('/desk/diary/?week=2026-12-14');
  expect(textIn(soon, '.diary')).not.toContain('Too far ahead');
  const [monday, tuesday] = list(await show('/desk/diary/?week=2027-01-04'), '.diary-day');
  expect(monday).not.toContain('Too far ahead');
  expect(tuesday).toContain('Too far ahead to be booked yet');
});

test('a day’s sheet names who is to be looked at again on it, and when it was made', async () => {
  const { reference } = await booked(await bookCallback(makeCallback()));
  await post(`/desk/cases/${reference}/follow-up/`, { followUp: '2026-12-15' });
  const page = await show('/desk/diary/2026-12-15/');
  expect(list(page, '.sheet-blocks li')).toEqual([`A. Person, reference ${reference}`]);
  expect(textIn(page, 'main')).toContain('As it stood on Tuesday 24 November, 10am.');
  expect(list(await show('/desk/diary/2026-12-14/'), '.sheet-blocks li')).toEqual([]);
});

test('a day’s sheet says whom to ring when, what is blocked and what cannot take place', async () => {
  const { reference } = await booked(
    await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-26T15:00:00+00:00' })),
  );
  await booked(await bookCallback(makeCallback({ start: '2026-11-26T09:30:00+00:00' })));
  await block('2026-11-26', '14:00', '16:00', 'Training');
  const page = await show('/desk/diary/2026-11-26/');
  expect(page.$('h1').text()).toBe('Thursday 26 November');
  expect(textIn(page, '.lede')).toBe(
    'The line is open 9am to 2pm and 4pm to 6pm. Times are UK time.',
  );
  expect(list(page, '.sheet-blocks li')).toEqual(['Blocked 2pm to 4pm: Training']);
  const [first, second] = list(page, '.sheet > li');
  expect(first).toMatch(/^9:30am to 10am A\. Person.* 01632 960 001 Callback\. Reference /);
  expect(second).toContain('3pm to 3:30pm');
  expect(second).toContain(`Discovery call. Reference ${reference}.`);
  expect(second).toContain('Cannot take place. Blocked 2pm to 4pm: Training.');
  expect(textIn(await show('/desk/diary/2026-12-25/'), '.lede')).toBe(
    'The line is closed: Christmas Day, a bank holiday.',
  );
  const week = await show('/desk/diary/');
  expect(week.$('a[href="/desk/diary/2026-11-26/"]')).toHaveLength(1);
  const thursday = list(week, '.diary-day:nth-child(4) .diary-stretch.is-calls');
  expect(thursday.map((call) => call.includes('Cannot take place'))).toEqual([false, true]);
});
