import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { openDesk } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get } from '../support/requests.ts';

const t = testApp();
const desk = deskVisit(t);
const { show, post } = desk;

const BLOCK = '/desk/times/block/';
const AFTERNOON = { date: '2026-11-26', much: 'part', from: '13:00', to: '17:00', why: 'Training' };

const set = (values: Record<string, string> = AFTERNOON) => post(BLOCK, { ...values, step: 'set' });

describe('blocking time', () => {
  test('shows first what it changes, and does nothing', async () => {
    const { reference } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await booked(await bookCallback(makeCallback({ start: '2026-11-26T10:00:00+00:00' })));
    const page = await readPage(await post(BLOCK, AFTERNOON));
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Block this time?']);
    expect(textIn(page, 'main')).toContain(
      'You are about to block Thursday 26 November, 1pm to 5pm.',
    );
    expect(list(page, '.block-calls li')).toEqual([
      `Thursday 26 November, 2:30pm to 3pm, UK time: discovery call with A. Person, Example County Council, reference ${reference}`,
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
  ])('as %j says what to fix, and does nothing', async (values, fault) => {
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
      'You are about to remove the block on Thursday 26 November, 1pm to 5pm (Training).',
    );
    expect(await count(t, 'blocks')).toBe(1);
    expect((await post(path, {})).headers.get('location')).toBe('/desk/times/?done=unblocked');
    expect(await count(t, 'blocks')).toBe(0);
    const again = '/desk/times/?done=unblocked-before';
    expect((await post(path, {})).headers.get('location')).toBe(again);
    expect((await openDesk(get(path, desk.cookie()))).headers.get('location')).toBe(again);
    expect(await count(t, "audit WHERE act = 'unblocked time'")).toBe(1);
    expect(textIn(await show(again), '[role=status]')).toBe('That block had been removed already.');
  });

  test('passes over an address that never was one', async () => {
    expect((await post('/desk/times/blocks/none/remove/', {})).status).toBe(303);
    expect((await show('/desk/times/?done=__proto__')).$('[role=status]')).toHaveLength(0);
  });
});
