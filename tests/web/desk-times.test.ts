import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, cancelCall, count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { openDesk } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { fieldsIn, type PageRead, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
const desk = deskVisit(t);
const { show, post } = desk;

const BLOCK = '/desk/times/block/';
const AFTERNOON = { date: '2026-11-26', much: 'part', from: '13:00', to: '17:00', why: 'Training' };

const set = (values: Record<string, string> = AFTERNOON) => post(BLOCK, { ...values, step: 'set' });

/** The row of a day, as it is read. */
const rowOf = (page: PageRead, day: string) =>
  list(page, '.days-ahead > div').find((row) => row.startsWith(day));

describe('the four weeks ahead', () => {
  test('say for each day whether it is open, what is free and what is booked', async () => {
    await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await booked(await bookCallback(makeCallback({ start: '2026-11-26T09:00:00+00:00' })));
    const page = await show('/desk/times/');
    expect(page.status).toBe(200);
    expect(page.$('h1').text()).toBe('Times');
    expect(page.$('.days-ahead > div')).toHaveLength(20);
    expect(rowOf(page, 'Tuesday 24 November today')).toBe(
      'Tuesday 24 November today Open 9am to 6pm 14 times free for a callback,0 for a discovery callNo call bookedBlock time on Tuesday 24 November',
    );
    expect(rowOf(page, 'Thursday 26 November')).toContain('16 times free for a callback,16 for a');
    expect(rowOf(page, 'Thursday 26 November')).toContain('2 calls booked');
  });

  test('say why a day is closed, and what is blocked', async () => {
    t.setNow('2026-12-15T10:00:00Z');
    await desk.signInAgain();
    await set({ date: '2026-12-17', much: 'day', why: 'Away' });
    await set({ ...AFTERNOON, date: '2026-12-18' });
    const page = await show('/desk/times/');
    expect(rowOf(page, 'Friday 25 December')).toBe(
      'Friday 25 December Closed: Christmas Day, a bank holiday',
    );
    expect(rowOf(page, 'Monday 28 December')).toContain('Boxing Day (substitute day)');
    expect(rowOf(page, 'Thursday 17 December')).toContain('Blocked all day: Away Nothing free');
    expect(rowOf(page, 'Friday 18 December')).toContain(
      'Blocked 1pm to 5pm: Training 10 times free',
    );
    expect(list(page, '.times-blocks li')).toEqual([
      'Thursday 17 December, all day: Away Remove the block on Thursday 17 December, all day',
      'Friday 18 December, 1pm to 5pm: Training Remove the block on Friday 18 December, 1pm to 5pm',
    ]);
  });

  test('say that nothing is blocked, and lead to where a day is', async () => {
    const page = await show('/desk/times/');
    expect(textIn(page, 'section:first-of-type')).toContain('Nothing is blocked.');
    const [first] = page.$('.days-ahead a').toArray();
    const form = await show(page.$(first).attr('href') ?? '');
    expect(fieldsIn(form)).toEqual({ date: '2026-11-24', why: '' });
  });
});

describe('calls that need another time', () => {
  test('are listed with why, and with what can be done', async () => {
    const { reference, booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await booked(await bookCallback(makeCallback({ start: '2026-11-26T15:00:00+00:00' })));
    expect(textIn(await show('/desk/times/stranded/'), '.lede')).toBe(
      'Every call to come can take place at the time it is booked for.',
    );
    await set();
    const page = await show('/desk/times/stranded/?done=blocked-with-calls');
    expect(textIn(page, '[role=status]')).toMatch(/^The time is blocked\. The calls/);
    const [discovery = '', callback = ''] = list(page, '.stranded > li');
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
      .$('.stranded > li:first-child a')
      .toArray()
      .map((link) => page.$(link).attr('href'));
    expect(links).toEqual([
      `/desk/cases/${reference}/`,
      `/desk/cases/${reference}/offer/?call=${row?.id}`,
      `/desk/cases/${reference}/calls/${row?.id}/move/`,
      `/desk/cases/${reference}/calls/${row?.id}/cancel/`,
    ]);
    expect(textIn(await show('/desk/times/'), '.times-stranded')).toContain('2 calls are booked');
    await cancelCall(booking);
    expect(list(await show('/desk/times/stranded/'), '.stranded > li')).toHaveLength(1);
  });
});

describe('nobody but staff', () => {
  test.each(['/desk/times/', BLOCK, '/desk/times/stranded/', '/desk/times/blocks/none/remove/'])(
    'opens or posts to %s',
    async (path) => {
      const answer = await openDesk(get(path));
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        `/desk/sign-in/?onward=${encodeURIComponent(path)}`,
      ]);
      if (path === '/desk/times/' || path.includes('stranded')) return;
      expect((await openDesk(postForm(path, { ...AFTERNOON, step: 'set' }))).status).toBe(401);
      expect(await count(t, 'blocks')).toBe(0);
    },
  );
});
