import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, count, mailTo } from '../support/bookings.ts';
import { list, statesIn } from '../support/case-pages.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { faultsIn, fieldsIn, openDay, readPage, textIn } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';
import { postCallPage, showCallPage, withStart } from '../support/site-pages.ts';

const t = testApp();
const show = (query = '') => showCallPage('callback', query);
const post = (values: Record<string, unknown>, query = '') =>
  postCallPage('callback', values, query);

type Values = Record<string, string>;
const book = (values: Record<string, unknown>) =>
  call(publicApp, postForm('/api/callbacks', values as Values));

const FORM_ID = expect.stringMatching(/^[\w-]{22}$/);
const ELEVEN = '2026-11-25T11:00:00+00:00';

const allRows = () => count(t, 'cases');

describe('checking', () => {
  const full = () =>
    makeCallback({
      email: 'person@example.org',
      organisation: 'Example & Sons',
      topic: 'A "first" talk',
    });

  test('says every answer with a way to change it, carries them all, and saves nothing', async () => {
    const page = await post(full());
    expect(page.status).toBe(200);
    expect(textIn(page, 'h1')).toBe('Check your answers');
    expect(
      page
        .$('.answers > div')
        .toArray()
        .map((row) => page.$(row).text().replace(/\s+/g, ' ').trim()),
    ).toEqual([
      'TimeWednesday 25 November, 11am to 11:30am, UK time Change the time',
      'Your nameA. Person Change your name',
      'The number we ring01632 960 001 Change your phone number',
      'Emailperson@example.org Change your email address',
      'OrganisationExample & Sons Change your organisation',
      'What you would like to talk aboutA "first" talk Change what you would like to talk about',
    ]);
    expect(page.$('form').attr('action')).toBe('/api/callbacks');
    expect(fieldsIn(page)).toEqual({ ...full(), form: FORM_ID });
    expect(textIn(page, 'main')).toContain(
      'We will ring you on 01632 960 001, between 11am and 11:30am (UK time).',
    );
    expect(await allRows()).toBe(0);
    expect(t.mailbox.messages).toHaveLength(0);
  });

  test('books with what the page carries, and goes on to the person’s own page', async () => {
    const response = await book(fieldsIn(await post(full())));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/\/your-enquiry\/[A-Za-z0-9_-]{43}\/$/);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
  });

  test('a discovery call goes the same way', async () => {
    const values = makeDiscoveryCall();
    const page = await postCallPage('discovery-call', values);
    expect(page.$('form').attr('action')).toBe('/api/discovery-calls');
    expect(textIn(page, 'main')).toContain(
      'We will ring you on 01632 960 001, at 2:30pm (UK time). The call is 30 minutes long.',
    );
    expect(textIn(page, 'main')).toContain('an invitation for your calendar to person@example.org');
    const response = await call(publicApp, postForm('/api/discovery-calls', fieldsIn(page)));
    expect(response.status).toBe(303);
  });

  test('without an email address says that the next page is the only record', async () => {
    expect(textIn(await post(makeCallback()), 'main')).toContain(
      'the next page is your only record',
    );
  });

  test('a change goes back with everything typed, in the post and never in an address', async () => {
    const checked = await post(full());
    const button = checked.$('button[formaction*="change=phone"]');
    expect(button.attr('formaction')).toBe('/callback/?change=phone#phone');
    expect(button.attr('form')).toBe(checked.$('form').attr('id'));
    const form = await post(fieldsIn(checked), '?change=phone');
    expect(form.status).toBe(200);
    expect(faultsIn(form)).toEqual([]);
    expect(fieldsIn(form)).toMatchObject(full());
    expect(fieldsIn(form)['t']).toBeUndefined();
  });

  test('changing the time opens the day it is on, carries the rest, and comes back to the check', async () => {
    const times = await post(full(), '?change=start');
    expect(times.status).toBe(200);
    expect(times.$('form').attr('method')).toBe('post');
    expect(openDay(times)).toBe('2026-11-25');
    expect(times.$('input[name=time][checked]').attr('value')).toBe('11:00');
    expect(times.$('form button').first().text()).toBe('Continue with Tuesday 24 November');
    const later = times.$('button:contains("Later days")').attr('formaction') ?? '';
    expect(later).toBe('/callback/?change=start&from=2026-12-08');
    const next = await post(fieldsIn(times), new URL(later, 'http://localhost').search);
    expect(list(next, '.day')[0]).toBe('Tuesday 8 December, 18 times');
    const start = '2026-12-08T10:00:00+00:00';
    const action = next.$('form').attr('action') ?? '';
    const go = (values: Record<string, string>) =>
      post({ ...fieldsIn(next), ...values }, new URL(action, 'http://localhost').search);
    const checked = await go({ time: '10:00' });
    expect(fieldsIn(checked)).toEqual({ ...full(), start, form: fieldsIn(times)['form'] });
    expect(textIn(checked, '.answers')).toContain('Tuesday 8 December, 10am to 10:30am, UK time');

    const details = await go({ time: '10:00', name: '' });
    expect([details.status, faultsIn(details)]).toEqual([200, []]);
    expect(fieldsIn(details)).toMatchObject({ start, name: '', phone: full()['phone'] });
    const without = await go({});
    expect([without.status, faultsIn(without)]).toEqual([422, [['Choose a time', '#start']]]);
    expect(openDay(without)).toBe('2026-12-08');
    expect(fieldsIn(without)).toMatchObject({ name: full()['name'] });
  });

  test.each([
    ['fills in the trap', () => post(makeCallback({ 'leave-empty': 'http://example.org' }))],
    [
      'comes back too fast',
      async () => post({ ...fieldsIn(await show(withStart(ELEVEN))), ...makeCallback() }),
    ],
  ])(
    'what %s still looks automatic to the post that books, which one press more makes good',
    async (_, go) => {
      const checked = await go();
      expect(checked.status).toBe(200);
      expect(fieldsIn(checked)['leave-empty']).toBe('filled in');
      const page = await readPage(await book(fieldsIn(checked)));
      expect(page.status).toBe(202);
      expect(statesIn(page)).toEqual(['held']);
      expect(await count(t, 'bookings WHERE quarantined_at IS NOT NULL')).toBe(1);
      expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(0);
      expect(t.mailbox.messages).toHaveLength(0);

      const { form } = fieldsIn(checked);
      expect(page.$('form').attr('action')).toBe('/api/callbacks');
      expect(fieldsIn(page)).toEqual({ ...makeCallback(), form });
      const sent = await book(fieldsIn(page));
      expect(sent.status).toBe(303);
      expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
      expect(await count(t, 'bookings')).toBe(1);
      expect(mailTo(t, 'staff@example.org')).toHaveLength(1);
    },
  );

  test('one that is held, and whose time has gone when it is pressed again, is offered others', async () => {
    const trapped = await post(makeCallback({ 'leave-empty': 'x' }));
    const page = await readPage(await book(fieldsIn(trapped)));
    await booked(await bookCallback(makeCallback({ name: 'B. Person' })));
    const again = await readPage(await book(fieldsIn(page)));
    expect(again.status).toBe(409);
    expect(faultsIn(again)).toEqual([
      ['Wednesday 25 November, 11am is no longer free. Choose another time.', '#start'],
    ]);
    const { name, form } = fieldsIn(page);
    expect(fieldsIn(again)).toMatchObject({ name, form });
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
  });

  test('a person who takes their time is not taken for a program', async () => {
    const form = await show(withStart(ELEVEN));
    t.setNow('2026-11-24T10:01:00Z');
    const checked = await post({ ...fieldsIn(form), ...makeCallback() });
    expect(fieldsIn(checked)['leave-empty']).toBeUndefined();
    expect((await book(fieldsIn(checked))).status).toBe(303);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
  });
});
