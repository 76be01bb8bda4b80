import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, cancelCall, count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { openDesk } from '../support/desk-doors.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
let cookie = '';
beforeEach(async () => {
  cookie = await signIn(t);
});

const show = async (path: string) => readPage(await openDesk(get(path, cookie)));
const post = (path: string, values: Record<string, string>) =>
  openDesk(postForm(path, values, { cookie }));

const BLOCK = '/desk/times/block/';
const AFTERNOON = { date: '2026-11-26', much: 'part', from: '13:00', to: '17:00', why: 'Training' };

const set = (values: Record<string, string> = AFTERNOON) => post(BLOCK, { ...values, step: 'set' });

/** The row of a day, as it is read. */
const rowOf = (page: Awaited<ReturnType<typeof show>>, day: string) =>
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
    cookie = await signIn(t);
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

describe('blocking time', () => {
  test('shows first what it changes, and does nothing', async () => {
    const { reference } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await booked(await bookCallback(makeCallback({ start: '2026-11-26T10:00:00+00:00' })));
    const page = await readPage(await post(BLOCK, AFTERNOON));
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Block this time?']);
    expect(textIn(page, 'main')).toContain(
      'If you go on, this time is blocked: Thursday 26 November, 1pm to 5pm.',
    );
    expect(list(page, '.block-calls li')).toEqual([
      `Thursday 26 November, 2:30pm to 3pm, UK time: discovery call with A. Person, Example County Council, ${reference}`,
    ]);
    expect(fieldsIn(page)).toEqual(AFTERNOON);
    expect(await count(t, 'blocks')).toBe(0);
    const clear = await readPage(await post(BLOCK, { ...AFTERNOON, from: '15:00' }));
    expect(textIn(clear, 'main')).toContain('No call is booked in that time.');
  });

  test('goes back to the form with everything in it', async () => {
    const page = await readPage(await post(BLOCK, { ...AFTERNOON, step: 'change' }));
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Block an hour or a day']);
    expect(fieldsIn(page)).toEqual({ date: '2026-11-26', much: 'part', why: 'Training' });
    expect(
      page
        .$('option[selected]')
        .toArray()
        .map((option) => page.$(option).val()),
    ).toEqual(['13:00', '17:00']);
  });

  test('leads on to times, or to the calls it strands', async () => {
    const answer = await set();
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/desk/times/?done=blocked',
    ]);
    expect(textIn(await show('/desk/times/?done=blocked'), '[role=status]')).toBe(
      'The time is blocked. No call was booked in it.',
    );
    await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-27T10:00:00+00:00' })),
    );
    const stranding = await set({ date: '2026-11-27', much: 'day' });
    expect(stranding.headers.get('location')).toBe('/desk/times/stranded/?done=blocked-with-calls');
    expect(await count(t, 'blocks')).toBe(2);
    expect(await count(t, 'messages')).toBe(2);
    expect(await count(t, "audit WHERE act = 'blocked time' AND actor IS NOT NULL")).toBe(2);
  });

  test('twice in the same words blocks once', async () => {
    await set();
    expect((await set()).status).toBe(303);
    expect(await count(t, 'blocks')).toBe(1);
    expect(await count(t, 'audit')).toBe(1);
  });

  test.each([
    [{}, ['Enter the date as year, month and day, such as 2026-11-24.', '#date']],
    [
      { ...AFTERNOON, date: '2026-11-20' },
      ['Friday 20 November is over. Choose today or a later day.', '#date'],
    ],
    [
      { ...AFTERNOON, date: '2026-11-28' },
      [expect.stringContaining('closed on Saturday 28 November anyway'), '#date'],
    ],
    [
      { ...AFTERNOON, to: '12:00' },
      ['The block begins at 1pm, so it must end later. Choose a later end.', '#to'],
    ],
    [{ date: '2026-11-26', much: 'part' }, ['Choose when the block begins.', '#from']],
    [
      { ...AFTERNOON, from: '13:10' },
      ['Choose a time on the quarter hour, such as 13:30.', '#from'],
    ],
    [{ ...AFTERNOON, who: 'me' }, ['There is no such field here. Leave it out.', '#who']],
  ])('as %j says what to mend, and does nothing', async (values, fault) => {
    for (const step of ['see', 'set']) {
      const page = await readPage(await post(BLOCK, { ...values, step }));
      expect(page.status).toBe(422);
      expect(page.$('title').text()).toMatch(/^Error: Block an hour or a day/);
      expect(faultsIn(page)[0]).toEqual(fault);
      expect(page.$('#why').val()).toBe('why' in values ? values.why : '');
    }
    expect(await count(t, 'blocks')).toBe(0);
  });

  test('over another block is refused on the way to it and at the end of it', async () => {
    await set();
    for (const step of ['see', 'set']) {
      const page = await readPage(
        await post(BLOCK, { ...AFTERNOON, from: '16:00', to: '18:00', step }),
      );
      expect(page.status).toBe(422);
      expect(faultsIn(page)).toEqual([
        [
          'That day is blocked already, 1pm to 5pm (Training). Choose times outside it, or remove it first.',
          '#from',
        ],
      ]);
    }
  });

  test('takes what staff write as text', async () => {
    const why = '<script>alert(1)</script> & "more"';
    const page = await readPage(await post(BLOCK, { ...AFTERNOON, why }));
    expect(page.markup).not.toContain('<script>alert');
    expect(fieldsIn(page)['why']).toBe(why);
    await set({ ...AFTERNOON, why });
    expect((await show('/desk/times/')).markup).not.toContain('<script>alert');
  });
});

describe('removing a block', () => {
  const removePath = async () =>
    (await show('/desk/times/')).$('.times-blocks a').attr('href') ?? '';

  test('shows what it changes, then does it, once', async () => {
    await set();
    const path = await removePath();
    const page = await show(path);
    expect(textIn(page, '.lede')).toBe(
      'If you go on, the block on Thursday 26 November, 1pm to 5pm (Training), is removed.',
    );
    expect(await count(t, 'blocks')).toBe(1);
    expect((await post(path, {})).headers.get('location')).toBe('/desk/times/?done=unblocked');
    expect(await count(t, 'blocks')).toBe(0);
    const again = '/desk/times/?done=unblocked-before';
    expect((await post(path, {})).headers.get('location')).toBe(again);
    expect((await openDesk(get(path, cookie))).headers.get('location')).toBe(again);
    expect(await count(t, "audit WHERE act = 'unblocked time'")).toBe(1);
    expect(textIn(await show(again), '[role=status]')).toBe('That block had been removed already.');
  });

  test('passes over an address that never was one', async () => {
    expect((await post('/desk/times/blocks/none/remove/', {})).status).toBe(303);
    expect((await show('/desk/times/?done=__proto__')).$('[role=status]')).toHaveLength(0);
  });
});

describe('calls that need another time', () => {
  test('are listed with why, and with what can be done', async () => {
    const { reference, booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await booked(await bookCallback(makeCallback({ start: '2026-11-26T15:00:00+00:00' })));
    expect(textIn(await show('/desk/times/stranded/'), '.lede')).toBe(
      'Every call to come can take place when it is booked for.',
    );
    await set();
    const page = await show('/desk/times/stranded/?done=blocked-with-calls');
    expect(textIn(page, '[role=status]')).toMatch(/^The time is blocked\. The calls/);
    const [discovery = '', callback = ''] = list(page, '.stranded > li');
    expect(discovery).toContain(
      `Thursday 26 November, 2:30pm to 3pm, UK time A discovery call with A. Person, Example County Council. Case ${reference}.`,
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
