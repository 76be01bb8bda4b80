import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, cancelCall } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { textIn } from '../support/read-page.ts';

const t = testApp();
const { show } = deskVisit(t);

const block = (from: string, to: string, why: string) =>
  t.app.database.query(
    'INSERT INTO blocks (id, starts_at, ends_at, why, created_at) VALUES ($1, $2, $3, $4, $5)',
    [t.app.uuid(), from, to, why, t.app.now()],
  );

test('the diary draws the week with names that lead to their cases, what is blocked, closed and free', async () => {
  const { reference } = await booked(
    await bookCallback(makeCallback({ start: '2026-11-25T15:00:00+00:00' })),
  );
  const gone = await booked(
    await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-26T10:00:00+00:00' })),
  );
  await cancelCall(gone.booking);
  await block('2026-11-25T09:00Z', '2026-11-25T12:00Z', 'Training');
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
