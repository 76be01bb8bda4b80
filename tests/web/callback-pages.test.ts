import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, booked } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { makeCallback } from '../support/make-call.ts';
import { faultsIn, fieldsIn, labelOf, openDay, textIn } from '../support/read-page.ts';
import { postCallPage, showCallPage, withStart } from '../support/site-pages.ts';

testApp();
const show = (query = '') => showCallPage('callback', query);
const post = (values: Record<string, unknown>, query = '') =>
  postCallPage('callback', values, query);

const ELEVEN = '2026-11-25T11:00:00+00:00';

describe('the details', () => {
  test('state the time, with the zone, and ask what is needed', async () => {
    const page = await show(withStart(ELEVEN));
    expect(page.status).toBe(200);
    // Back brings it again as it was left, with the id the form has.
    expect(page.headers.get('cache-control')).toBe('private, max-age=0');
    expect(textIn(page, '.chosen-time time')).toBe(
      'Wednesday 25 November, 11am to 11:30am, UK time',
    );
    const buttons = page.$('form button').toArray();
    expect(
      buttons.map((button) => [page.$(button).text(), page.$(button).attr('formaction')]),
    ).toEqual([
      // Enter presses the first, which is not seen, and must not change the time.
      ['Check your answers', undefined],
      ['Change the time', '/callback/?change=start'],
      ['Check your answers', undefined],
    ]);
    expect(page.$(buttons[0]).attr('aria-hidden')).toBe('true');
    expect(page.$(buttons[0]).attr('tabindex')).toBe('-1');
    expect(page.$('form').attr('method')).toBe('post');
    expect(page.$('form').attr('action')).toBe('/callback/');
    expect(
      page
        .$('[required]')
        .toArray()
        .map((field) => page.$(field).attr('name')),
    ).toEqual(['name', 'phone']);
    expect(labelOf(page, 'email')).toBe('Your email address (optional)');
    expect(fieldsIn(page)).toMatchObject({ start: ELEVEN, name: '', 'leave-empty': '' });
    expect(fieldsIn(page)['t']).toMatch(/^\w+\.[\w-]{22}$/);
  });

  test('a discovery call needs an email address and an organisation too', async () => {
    const page = await showCallPage('discovery-call', withStart('2026-11-26T14:30:00+00:00'));
    expect(
      page
        .$('[required]')
        .toArray()
        .map((field) => page.$(field).attr('name')),
    ).toEqual(['name', 'phone', 'email', 'organisation']);
    const values = { start: '2026-11-26T14:30:00+00:00', name: 'A. Person' };
    const again = await postCallPage('discovery-call', values);
    expect(again.status).toBe(422);
    expect(faultsIn(again).map(([, to]) => to)).toEqual(['#phone', '#email', '#organisation']);
  });

  test('what is wrong comes back to be fixed, with everything typed and the time still chosen', async () => {
    const page = await post(
      makeCallback({ name: undefined, phone: '12', topic: '<b>Carers</b> & others', t: 'x.y' }),
    );
    expect(page.status).toBe(422);
    expect(faultsIn(page)).toEqual([
      ['Enter your name', '#name'],
      [
        'Enter a phone number in the correct format, like 07700 900123, +44 1632 960001 or 020 7946 0000 ext 12',
        '#phone',
      ],
    ]);
    expect(page.$('.error-summary').is('[autofocus]')).toBe(true);
    expect(page.$('#phone').attr('aria-invalid')).toBe('true');
    expect(page.$('#phone').attr('aria-describedby')).toBe('phone-hint phone-fault');
    expect(fieldsIn(page)).toMatchObject({
      start: ELEVEN,
      phone: '12',
      topic: '<b>Carers</b> & others',
      form: expect.stringMatching(/^[\w-]{22}$/),
    });
    // A form with something typed in it is not judged by its age.
    expect(fieldsIn(page)['t']).toBeUndefined();
    expect(textIn(page, '.chosen-time time')).toContain('Wednesday 25 November, 11am');
  });

  test('a time that has gone meanwhile is answered with the nearest, everything typed still there', async () => {
    await booked(await bookCallback(makeCallback()));
    const page = await post(makeCallback({ name: 'B. Person', topic: 'Carers' }));
    expect(page.status).toBe(409);
    expect(faultsIn(page)).toEqual([
      ['Wednesday 25 November, 11am is no longer free. Choose another time.', '#start'],
    ]);
    const times = page
      .$('input[type=radio]')
      .toArray()
      .map((radio) => page.$(radio).attr('value'));
    expect(times).toEqual([
      '2026-11-25T09:30:00+00:00',
      '2026-11-25T10:00:00+00:00',
      '2026-11-25T10:30:00+00:00',
      '2026-11-25T11:30:00+00:00',
      '2026-11-25T12:00:00+00:00',
      '2026-11-25T12:30:00+00:00',
    ]);
    expect(textIn(page, '.nearest label:first-child')).toBe('Wednesday 25 November, 9:30am');
    expect(fieldsIn(page)).toMatchObject({ name: 'B. Person', topic: 'Carers' });
    expect(page.$('button[formaction="/callback/?change=start"]').text()).toBe(
      'See every free time',
    );
    expect(page.$('form button').first().text()).toBe('Check your answers');
  });

  test('of a time that has gone, the wanted day is kept: in every free time, and where none of the nearest is chosen', async () => {
    const start = '2026-12-03T10:00:00+00:00';
    await booked(await bookCallback(makeCallback({ start })));
    const page = await post(makeCallback({ start, name: 'B. Person' }));
    expect(faultsIn(page)).toEqual([
      ['Thursday 3 December, 10am is no longer free. Choose another time.', '#start'],
    ]);
    const nearest = list(page, '.nearest label');
    expect(nearest[0]).toBe('Thursday 3 December, 9am');
    const without = await post(fieldsIn(page));
    expect(without.status).toBe(422);
    expect(faultsIn(without)).toEqual([['Choose a time', '#start']]);
    expect(list(without, '.nearest label')).toEqual(nearest);
    expect(fieldsIn(without)).toMatchObject({ name: 'B. Person' });
    for (const from of [page, without]) {
      const every = await post(fieldsIn(from), '?change=start');
      expect([every.status, openDay(every)]).toEqual([200, '2026-12-03']);
    }
    const chosen = await post({ ...fieldsIn(without), start: '2026-12-03T09:00:00+00:00' });
    expect([chosen.status, textIn(chosen, 'h1')]).toEqual([200, 'Check your answers']);
    expect(fieldsIn(chosen)['wanted']).toBeUndefined();
  });

  test('a field nobody asked for is refused in words, with nowhere to lead', async () => {
    const page = await post(makeCallback({ colour: 'red' }));
    expect(page.status).toBe(422);
    expect(faultsIn(page)).toEqual([['There is no such field here. Leave it out.', undefined]]);
  });
});
