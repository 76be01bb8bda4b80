import { describe, expect, test } from 'vitest';
import { LineSchema } from '#domain/settings/line.ts';
import { testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { openDesk } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { bookedCall } from '../support/offers.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get } from '../support/requests.ts';

const t = testApp();
const desk = deskVisit(t);
const { show, post } = desk;

const BLOCK = '/desk/times/block/';
const AFTERNOON = {
  from: '2026-11-26',
  to: '2026-11-26',
  much: 'part',
  opens: '13:00',
  closes: '17:00',
  why: 'Training',
};
const CLOSURE = '/desk/times/closure/';
const WEEKS = { from: '2026-11-30', to: '2026-12-11', why: 'Away' };

const set = (values: Record<string, string | string[]> = AFTERNOON, path = BLOCK) =>
  post(path, { ...values, step: 'set' });

describe('setting something', () => {
  test('shows first what the public will see and whose calls it conflicts with, and does nothing', async () => {
    const { reference } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await booked(await bookCallback(makeCallback({ start: '2026-11-26T10:00:00+00:00' })));
    const page = await readPage(await post(BLOCK, AFTERNOON));
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Block some time?']);
    expect(textIn(page, '.lede')).toBe(
      'Nothing is set yet. You are about to block Thursday 26 November, 1pm to 5pm.',
    );
    expect(list(page, '.block-calls li')).toEqual([
      `A. Person, Example County Council: discovery call on Thursday 26 November, 2:30pm to 3pm, UK time, 01632 960 001, reference ${reference}`,
    ]);
    expect(list(page, '.days-ahead > div')).toEqual([
      'Thursday 26 November Now open 9am to 6pmThen open 9am to 1pm and 5pm to 6pm To book: “9 times”, now “16 times”',
    ]);
    expect(fieldsIn(page)).toEqual(AFTERNOON);
    expect(await count(t, 'narrowings')).toBe(0);
  });

  test('of two weeks shows each day of them, and what each page of the site says', async () => {
    const page = await readPage(await post(CLOSURE, WEEKS));
    expect(textIn(page, '.lede')).toContain('close on Monday 30 November to Friday 11 December.');
    expect(list(page, '.days-ahead > div')).toHaveLength(10);
    expect(textIn(page, 'main')).toContain(
      'From Friday 27 November, 6pm, the line at the top of every page says “Closed now, opens Monday 14 December 9am”',
    );
    expect(textIn(page, 'main')).toContain('No call is booked at a time that this takes away.');
    expect(textIn(page, '.days-ahead > div:first-child')).toContain(
      'To book: “Closed”, now “18 times”',
    );
    for (const path of ['/callback/', '/discovery-call/', '/contact/']) {
      expect(page.$(`main a[href="${path}"]`)).toHaveLength(1);
    }
    expect(textIn(page, 'main')).not.toContain('Saturday');
  });

  test('every Friday until Easter shows the Fridays, and which cannot be booked yet', async () => {
    const fridays = {
      from: '2026-11-27',
      to: '2027-03-26',
      much: 'part',
      opens: '13:00',
      closes: '18:00',
      weekdays: '4',
    };
    const page = await readPage(await post(BLOCK, fridays));
    const rows = list(page, '.days-ahead > div');
    // 18 Fridays, without Christmas Day, New Year’s Day and Good Friday.
    expect(rows).toHaveLength(15);
    expect(rows[0]).toContain('Friday 27 November Now open 9am to 6pmThen open 9am to 1pm');
    expect(rows.at(-1)).toContain('Friday 19 March 2027');
    expect(rows.at(-1)).toContain('Too far ahead to be booked yet');
    expect(page.$('input[name=weekdays]').val()).toBe('4');
    await set(fridays);
    expect(await count(t, 'narrowings WHERE weekdays = ARRAY[5]::smallint[]')).toBe(1);
  });

  test('beyond what can be booked says when the public will see it', async () => {
    const day = { from: '2027-01-29', to: '2027-01-29', why: 'Away' };
    const page = await readPage(await post(CLOSURE, day));
    expect(textIn(page, '.case-will')).toContain(
      'do not reach so far yet: people can book up to Monday 4 January 2027 at present. They show the days below so from when those can be booked.',
    );
    expect(textIn(await readPage(await post(CLOSURE, WEEKS)), '.case-will')).toContain(
      'show the days below so at once, up to Monday 4 January 2027',
    );
  });

  test('Fridays from January can end at 5pm, for a year at most, as the field of hours says', async () => {
    const fridays = {
      from: '2027-01-01',
      to: '2027-12-31',
      much: 'part',
      opens: '17:00',
      closes: '18:00',
      weekdays: '4',
    };
    const rows = list(await readPage(await post(BLOCK, fridays)), '.days-ahead > div');
    expect(rows[0]).toContain('Friday 8 January 2027 Now open 9am to 6pmThen open 9am to 5pm');
    await set(fridays);
    expect(await count(t, 'narrowings WHERE weekdays = ARRAY[5]::smallint[]')).toBe(1);
    const longer = await readPage(await post(BLOCK, { ...fridays, to: '2028-01-07' }));
    expect(textIn(longer, 'main')).toContain('That is more than a year.');
    expect(LineSchema.shape.hours.description).toContain('“Block some time” takes every Friday');
  });

  test('goes back to the form with everything in it', async () => {
    const page = await readPage(
      await post(BLOCK, { ...AFTERNOON, to: '2026-12-31', weekdays: ['3'], step: 'change' }),
    );
    expect([page.status, page.$('h1').text()]).toEqual([200, 'Block some time']);
    expect(fieldsIn(page)).toMatchObject({
      from: '2026-11-26',
      to: '2026-12-31',
      much: 'part',
      why: 'Training',
    });
    expect(page.$('input[name=weekdays][checked]').val()).toBe('3');
    const chosen = page.$('option[selected]').toArray();
    expect(chosen.map((option) => page.$(option).val())).toEqual(['13:00', '17:00']);
  });

  test('leads on to times, or to the calls it conflicts with', async () => {
    const answer = await set();
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/times/?done=set']);
    expect(textIn(await show('/desk/times/?done=set'), '[role=status]')).toContain(
      'No call is booked at a time that it takes away.',
    );
    await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-27T10:00:00+00:00' })),
    );
    const conflict = await set({ from: '2026-11-27', why: 'Away' }, CLOSURE);
    expect(conflict.headers.get('location')).toBe('/desk/times/stranded/?done=set-with-calls');
    expect(await count(t, 'narrowings')).toBe(2);
    expect(await count(t, 'messages')).toBe(2);
    expect(await count(t, "audit WHERE act LIKE 'set a %' AND actor IS NOT NULL")).toBe(2);
  });

  test('names the calls that it conflicts with, and not those that could not take place before', async () => {
    await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-27T10:00:00+00:00' })),
    );
    await set({ from: '2026-11-27', why: 'Away' }, CLOSURE);
    expect(textIn(await readPage(await post(BLOCK, AFTERNOON)), 'main')).toContain(
      'No call is booked at a time that this takes away.',
    );
    expect((await set()).headers.get('location')).toBe('/desk/times/?done=set');
    expect((await set()).headers.get('location')).toBe('/desk/times/?done=set');
  });

  test('warns of times that somebody was emailed, and names who it was', async () => {
    const { reference, path } = await bookedCall(t);
    const [FRIDAY, MONDAY] = ['2026-11-27T14:30:00+00:00', '2026-11-30T14:30:00+00:00'];
    await post(path, { start: [FRIDAY, MONDAY], step: 'send' });
    t.setNow('2026-11-24T10:05:00Z');
    const friday = { ...AFTERNOON, from: '2026-11-27', to: '2026-11-27' };
    const page = await readPage(await post(BLOCK, friday));
    expect(list(page, 'h2')[0]).toBe('1 person was offered times that this takes away');
    expect(textIn(page, '.block-calls')).toMatch(
      new RegExp(
        `^A\\. Person, Example County Council: Friday 27 November, 2:30pm\\. .*${reference}`,
      ),
    );
    expect(textIn(page, '.block-calls')).not.toContain('Monday 30');
    const tuesday = { ...AFTERNOON, from: '2026-12-01', to: '2026-12-01' };
    expect(textIn(await readPage(await post(BLOCK, tuesday)), 'main')).not.toContain('offered');
  });

  test('twice in the same words sets it once', async () => {
    await set();
    expect((await set()).status).toBe(303);
    expect(await count(t, 'narrowings')).toBe(1);
    expect(await count(t, 'audit')).toBe(1);
  });

  test.each([
    [BLOCK, {}, ['Enter the first day: the day, the month and the year', '#from']],
    [
      BLOCK,
      { ...AFTERNOON, from: '2026-11-20', to: '2026-11-20' },
      ['Friday 20 November is over. Choose today or a later day.', '#from'],
    ],
    [
      BLOCK,
      { ...AFTERNOON, from: '2026-11-28', to: '2026-11-28' },
      [
        'The line is closed on Saturday 28 November anyway (at weekends). Choose other days.',
        '#from',
      ],
    ],
    [
      BLOCK,
      { ...AFTERNOON, closes: '12:00' },
      ['That is not after 1pm. Choose a later end.', '#closes'],
    ],
    [BLOCK, { from: '2026-11-26', much: 'part' }, ['Choose when it begins.', '#opens']],
    [
      BLOCK,
      { ...AFTERNOON, opens: '13:10' },
      ['Choose a time on the quarter hour, such as 13:30.', '#opens'],
    ],
    [BLOCK, { ...AFTERNOON, who: 'me' }, ['There is no such field here. Leave it out.', '#who']],
    [CLOSURE, { from: '2026-11-26' }, ['Enter why', '#why']],
    [
      CLOSURE,
      { ...WEEKS, to: '2026-11-01' },
      [expect.stringContaining('That is before Monday 30 November, the first day.'), '#to'],
    ],
    [
      '/desk/times/hours/',
      { from: '2026-11-26', opens: '09:00', closes: '18:00' },
      [expect.stringContaining('open no longer than that'), '#from'],
    ],
  ])('at %s as %j says what to fix, and does nothing', async (path, values, fault) => {
    for (const step of ['see', 'set']) {
      const page = await readPage(await post(path, { ...values, step }));
      expect(page.status).toBe(422);
      expect(page.$('title').text()).toMatch(/^Error: /);
      expect(faultsIn(page)[0]).toEqual(fault);
      expect(page.$('#why').val()).toBe('why' in values ? values.why : '');
    }
    expect(await count(t, 'narrowings')).toBe(0);
  });

  test.each([
    [CLOSURE, { from: '2026-11-20' }, ['#from', '#why']],
    [CLOSURE, { from: '2026-11-30', to: '2026-11-01' }, ['#to', '#why']],
    [CLOSURE, { from: 'soon', to: '2026-11-01' }, ['#from', '#to', '#why']],
    [CLOSURE, { from: '2026-11-20', to: '2026-11-20', why: 'Away' }, ['#from', '#to']],
    [
      BLOCK,
      { from: '2026-11-20', much: 'part', opens: '13:10', why: 'x'.repeat(201) },
      ['#from', '#opens', '#closes', '#why'],
    ],
    [BLOCK, { from: '2026-11-20', opens: '14:00', closes: '13:00' }, ['#from', '#much', '#closes']],
    [
      BLOCK,
      { from: '2026-11-26', to: '2026-11-27', much: 'part', weekdays: ['0'] },
      ['#opens', '#closes', '#weekdays'],
    ],
    ['/desk/times/hours/', { from: '2062-11-20' }, ['#from', '#opens', '#closes']],
  ])('at %s shows all that is wrong with %j at once', async (path, values, places) => {
    for (const step of ['see', 'set']) {
      const page = await readPage(await post(path, { ...values, step }));
      expect(faultsIn(page).map(([, place]) => place)).toEqual(places);
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

/** The addresses at which the one thing that is set is changed and removed. */
async function paths(): Promise<{ change: string; remove: string }> {
  const page = await show('/desk/times/');
  const [change = '', remove = ''] = page
    .$('.times-acts a')
    .toArray()
    .map((link) => page.$(link).attr('href'));
  return { change, remove };
}

describe('changing what is set', () => {
  test('begins with it as it is, shows what changes, and changes it', async () => {
    await booked(await bookCallback(makeCallback({ start: '2026-12-14T10:00:00+00:00' })));
    await booked(await bookCallback(makeCallback({ start: '2026-12-10T10:00:00+00:00' })));
    await set(WEEKS, CLOSURE);
    const { change } = await paths();
    const form = await show(change);
    expect(form.$('h1').text()).toBe('Change this closure');
    expect(fieldsIn(form)).toMatchObject(WEEKS);
    const later = { ...WEEKS, from: '2026-12-14', to: '2026-12-18' };
    const check = await readPage(await post(change, later));
    expect(textIn(check, '.lede')).toBe(
      'Nothing is changed yet. It is set for Monday 30 November to Friday 11 December. It will be Monday 14 December to Friday 18 December.',
    );
    expect(list(check, 'h2')).toEqual([
      '1 call cannot take place then',
      '1 call can take place again',
      'What the public will see',
    ]);
    expect(list(check, '.days-ahead > div')).toHaveLength(15);
    expect((await set(later, change)).headers.get('location')).toBe(
      '/desk/times/stranded/?done=changed-with-calls',
    );
    expect(await count(t, "narrowings WHERE first_day = '2026-12-14'")).toBe(1);
  });

  test('from two tabs is done once: the later is told what is set now, and keeps what was typed', async () => {
    await set(WEEKS, CLOSURE);
    const { change, remove } = await paths();
    const [one, two, three] = [await show(change), await show(change), await show(remove)];
    const seenIn = (page: typeof one) => fieldsIn(page)['seen'] ?? '';
    const shorter = { ...WEEKS, to: '2026-12-10' };
    const check = await readPage(await post(change, { ...shorter, seen: seenIn(one) }));
    const { seen } = fieldsIn(check);
    expect((await set({ ...shorter, seen: seen ?? '' }, change)).status).toBe(303);
    const longer = { ...WEEKS, to: '2026-12-15', why: 'Moving house' };
    for (const step of ['see', 'set']) {
      const page = await readPage(await post(change, { ...longer, step, seen: seenIn(two) }));
      expect([page.status, page.$('h1').text()]).toEqual([409, 'Change this closure']);
      expect(faultsIn(page)).toEqual([
        [
          'This was changed after the page was shown, so nothing was changed now. It is set for Monday 30 November to Thursday 10 December (Away). Below is what you typed: send it again if that is still to be set.',
          undefined,
        ],
      ]);
      expect(fieldsIn(page)).toMatchObject(longer);
      expect(seenIn(page)).toBe(seenIn(await show(change)));
    }
    const removed = await post(remove, { seen: seenIn(three) });
    expect(removed.headers.get('location')).toBe('/desk/times/?done=changed-since');
    expect(await count(t, "narrowings WHERE last_day = '2026-12-10'")).toBe(1);
    expect((await set({ ...longer, seen: seenIn(await show(change)) }, change)).status).toBe(303);
    expect(await count(t, "narrowings WHERE last_day = '2026-12-15'")).toBe(1);
  });

  test('of the reason alone says which it was and which it will be', async () => {
    await set(WEEKS, CLOSURE);
    const { change } = await paths();
    const check = await readPage(await post(change, { ...WEEKS, why: 'Training' }));
    expect(textIn(check, '.lede')).toBe(
      'Nothing is changed yet. It is set for Monday 30 November to Friday 11 December (Away). It will be Monday 30 November to Friday 11 December (Training).',
    );
  });

  test('does not refuse a first day of before today while something else is to be fixed', async () => {
    await set(WEEKS, CLOSURE);
    const { change } = await paths();
    t.setNow('2026-12-02T10:00:00Z');
    await desk.signInAgain();
    const { why: _why, ...untold } = WEEKS;
    expect(faultsIn(await readPage(await post(change, untold)))).toEqual([['Enter why', '#why']]);
  });

  test('of what is gone leads back, whatever is posted', async () => {
    await set(WEEKS, CLOSURE);
    const { change, remove } = await paths();
    await post(remove, {});
    const gone = '/desk/times/?done=gone';
    expect((await openDesk(get(change, desk.cookie()))).headers.get('location')).toBe(gone);
    for (const step of ['see', 'set']) {
      expect((await post(change, { ...WEEKS, step })).headers.get('location')).toBe(gone);
    }
    expect(await count(t, 'narrowings')).toBe(0);
  });
});

describe('removing what is set', () => {
  test('shows what it changes, then does it, once', async () => {
    await set();
    const { remove } = await paths();
    const page = await show(remove);
    expect(textIn(page, '.lede')).toBe(
      'You are about to remove what is set for Thursday 26 November, 1pm to 5pm (Training).',
    );
    expect(textIn(page, 'main')).not.toContain('that this takes away');
    expect(list(page, '.days-ahead > div')).toEqual([
      'Thursday 26 November Now open 9am to 1pm and 5pm to 6pmThen open 9am to 6pm To book: “18 times”, now “10 times”',
    ]);
    expect(await count(t, 'narrowings')).toBe(1);
    expect((await post(remove, {})).headers.get('location')).toBe('/desk/times/?done=removed');
    expect(await count(t, 'narrowings')).toBe(0);
    const again = '/desk/times/?done=gone';
    expect((await post(remove, {})).headers.get('location')).toBe(again);
    expect((await openDesk(get(remove, desk.cookie()))).headers.get('location')).toBe(again);
    expect(await count(t, "audit WHERE act = 'removed a block'")).toBe(1);
    expect(textIn(await show(again), '[role=status]')).toBe(
      'That had been removed already, so nothing was changed.',
    );
  });

  test('passes over an address that never was one', async () => {
    expect((await post('/desk/times/block/none/remove/', {})).status).toBe(303);
    expect((await show('/desk/times/?done=__proto__')).$('[role=status]')).toHaveLength(0);
  });
});
