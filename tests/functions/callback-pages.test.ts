import { describe, expect, test } from 'vitest';
import callbacks from '../../netlify/functions/api-callbacks.ts';
import discoveryCalls from '../../netlify/functions/api-discovery-calls.ts';
import enquiries from '../../netlify/functions/api-enquiries.ts';
import callbackPage from '../../netlify/functions/callback.ts';
import discoveryCallPage from '../../netlify/functions/discovery-call.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, count, keyIn } from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { faultsIn, fieldsIn, labelOf, readPage, textIn } from '../support/read-page.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const t = testApp();

type Values = Record<string, string>;

const show = async (query = '') => readPage(await call(callbackPage, get(`/callback/${query}`)));
const showDiscovery = async (query = '') =>
  readPage(await call(discoveryCallPage, get(`/discovery-call/${query}`)));
const post = async (values: Record<string, unknown>, query = '') =>
  readPage(await call(callbackPage, postForm(`/callback/${query}`, values as Values)));
const book = (values: Record<string, unknown>) =>
  call(callbacks, postForm('/api/callbacks', values as Values));
const at = (start: string) => `?${new URLSearchParams({ start })}`;

const ELEVEN = '2026-11-25T11:00:00+00:00';

const allRows = () => count(t, 'cases');

describe('the details', () => {
  test('state the time, with the zone, and ask what is needed', async () => {
    const page = await show(at(ELEVEN));
    expect(page.status).toBe(200);
    expect(textIn(page, '.chosen-time time')).toBe(
      'Wednesday 25 November, 11am to 11:30am, UK time',
    );
    const buttons = page.$('form button').toArray();
    expect(
      buttons.map((button) => [page.$(button).text(), page.$(button).attr('formaction')]),
    ).toEqual([
      ['Check your answers', undefined],
      ['Choose another time', '/callback/?change=start'],
    ]);
    expect(page.$('form').attr('method')).toBe('post');
    expect(page.$('form').attr('action')).toBe('/callback/');
    expect(
      page
        .$('[required]')
        .toArray()
        .map((field) => page.$(field).attr('name')),
    ).toEqual(['name', 'phone']);
    expect(labelOf(page, 'email')).toBe('Your email address (optional)');
    expect(fieldsIn(page)).toMatchObject({ start: ELEVEN, name: '', website: '' });
    expect(fieldsIn(page)['t']).toMatch(/^\w+\.[\w-]{22}$/);
  });

  test('a discovery call needs an email address and an organisation too', async () => {
    const page = await showDiscovery(at('2026-11-26T14:30:00+00:00'));
    expect(
      page
        .$('[required]')
        .toArray()
        .map((field) => page.$(field).attr('name')),
    ).toEqual(['name', 'phone', 'email', 'organisation']);
    const values = { start: '2026-11-26T14:30:00+00:00', name: 'A. Person' };
    const again = await readPage(
      await call(discoveryCallPage, postForm('/discovery-call/', values)),
    );
    expect(again.status).toBe(422);
    expect(faultsIn(again).map(([, to]) => to)).toEqual(['#phone', '#email', '#organisation']);
  });

  test('what is wrong comes back to be mended, with everything typed and the time still chosen', async () => {
    const page = await post(
      makeCallback({ name: undefined, phone: '12', topic: '<b>Carers</b> & others', t: 'x.y' }),
    );
    expect(page.status).toBe(422);
    expect(faultsIn(page)).toEqual([
      ['Enter your name.', '#name'],
      [
        'Enter a phone number of 5 to 30 characters, using digits, spaces, + ( ) - and x for an extension.',
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
      t: 'x.y',
    });
    expect(textIn(page, '.chosen-time time')).toContain('Wednesday 25 November, 11am');
  });

  test('a time that has gone meanwhile is answered with the nearest, everything typed still there', async () => {
    await booked(await bookCallback(makeCallback()));
    const page = await post(makeCallback({ name: 'B. Person', topic: 'Carers' }));
    expect(page.status).toBe(409);
    expect(faultsIn(page)).toEqual([['That time is no longer free. Choose another.', '#start']]);
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
    expect(fieldsIn(page)).toMatchObject({ name: 'B. Person', topic: 'Carers' });
    expect(page.$('button[formaction="/callback/?change=start"]').text()).toBe(
      'See every free time',
    );
    expect(page.$('form button').first().text()).toBe('Check your answers');
  });

  test('a field nobody asked for is refused in words, with nowhere to lead', async () => {
    const page = await post(makeCallback({ colour: 'red' }));
    expect(page.status).toBe(422);
    expect(faultsIn(page)).toEqual([['There is no such field here. Leave it out.', undefined]]);
  });
});

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
    expect(fieldsIn(page)).toEqual(full());
    expect(textIn(page, 'main')).toContain(
      'We ring you on 01632 960 001, between 11am and 11:30am (UK time).',
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
    const values = makeDiscoveryCall() as Values;
    const page = await readPage(
      await call(discoveryCallPage, postForm('/discovery-call/', values)),
    );
    expect(page.$('form').attr('action')).toBe('/api/discovery-calls');
    expect(textIn(page, 'main')).toContain(
      'We ring you on 01632 960 001 at 2:30pm (UK time). The call is 30 minutes long.',
    );
    expect(textIn(page, 'main')).toContain('an invitation for your calendar to person@example.org');
    const response = await call(discoveryCalls, postForm('/api/discovery-calls', fieldsIn(page)));
    expect(response.status).toBe(303);
  });

  test('without an email address says that the next page is the only record', async () => {
    expect(textIn(await post(makeCallback()), 'main')).toContain('that page is your only record');
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

  test('changing the time shows the week it is in, carries the rest, and comes back to the check', async () => {
    const times = await post(full(), '?change=start');
    expect(times.status).toBe(200);
    expect(times.$('form').attr('method')).toBe('post');
    expect(times.$('input[type=radio][checked]').attr('value')).toBe(ELEVEN);
    expect(times.$('form button').first().text()).toBe('Check your answers');
    const later = times.$('button:contains("Later times")').attr('formaction') ?? '';
    expect(later).toBe('/callback/?change=start&from=2026-11-30');
    const next = await post(fieldsIn(times), new URL(later, 'http://localhost').search);
    expect(next.$('.day h2').first().text()).toBe('Monday 30 November');
    const start = next.$('input[type=radio]').eq(2).attr('value') ?? '';
    const checked = await post({ ...fieldsIn(next), start });
    expect(fieldsIn(checked)).toEqual({ ...full(), start });
    expect(textIn(checked, '.answers')).toContain('Monday 30 November, 10am to 10:30am, UK time');
  });

  test('what looks automatic still looks so to the post that books', async () => {
    const trapped = await post(makeCallback({ website: 'http://example.org' }));
    expect(trapped.status).toBe(200);
    const hasty = await show(at(ELEVEN));
    const tooFast = await post({ ...fieldsIn(hasty), ...makeCallback() });
    for (const page of [trapped, tooFast]) {
      expect(fieldsIn(page)['website']).toBe('filled in');
      await book(fieldsIn(page));
    }
    expect(await count(t, 'bookings WHERE quarantined_at IS NOT NULL')).toBe(1);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(0);
    expect(t.mailbox.messages).toHaveLength(0);
  });

  test('a person who takes their time is not taken for a program', async () => {
    const form = await show(at(ELEVEN));
    t.setNow('2026-11-24T10:01:00Z');
    const checked = await post({ ...fieldsIn(form), ...makeCallback() });
    expect(fieldsIn(checked)['website']).toBeUndefined();
    expect((await book(fieldsIn(checked))).status).toBe(303);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(1);
  });
});

describe('booking from a form', () => {
  test('when somebody else was quicker the form comes back with the nearest times', async () => {
    const fields = fieldsIn(await post(makeCallback({ name: 'B. Person' })));
    await booked(await bookCallback(makeCallback()));
    const page = await readPage(await book(fields));
    expect(page.status).toBe(409);
    expect(page.$('form').attr('action')).toBe('/callback/');
    expect(page.$('input[type=radio]')).toHaveLength(6);
    expect(fieldsIn(page)).toMatchObject({ name: 'B. Person', phone: '01632 960 001' });
    expect(page.markup).not.toContain('A. Person');
  });

  test('while the database is away says so, with everything typed and the time as it was', async () => {
    const values = makeCallback({ topic: 'Carers' });
    const { database } = t.app;
    const { DatabaseUnavailableError } = await import('../../netlify/lib/database.ts');
    const away = () => Promise.reject(new DatabaseUnavailableError('away'));
    t.app.database = { ...database, query: away, transaction: away };
    const page = await readPage(await book(values));
    t.app.database = database;
    expect(page.status).toBe(503);
    expect(textIn(page, '.error-summary')).toContain('nothing has been saved');
    expect(fieldsIn(page)).toMatchObject({ start: ELEVEN, topic: 'Carers', name: 'A. Person' });
  });
});

describe('a call that joins a case', () => {
  async function caseKey() {
    const response = await call(enquiries, postJson('/api/enquiries', makeEnquiry()));
    return keyIn(((await response.json()) as { link: string }).link);
  }

  test('brings its key through every step, and what is known of the person', async () => {
    const key = await caseKey();
    const times = await show(`?case=${key}`);
    expect(fieldsIn(times)).toMatchObject({ case: key });
    expect(times.$('a:contains("Later times")').attr('href')).toBe(
      `/callback/?case=${key}&from=2026-11-30`,
    );
    const form = await show(`${at(ELEVEN)}&case=${key}`);
    expect(fieldsIn(form)).toMatchObject({
      case: key,
      name: 'A. Person',
      email: 'person@example.org',
      organisation: 'Example County Council',
      phone: '',
    });
    t.setNow('2026-11-24T10:01:00Z');
    const checked = await post({ ...fieldsIn(form), phone: '01632 960 001' });
    expect(fieldsIn(checked)['case']).toBe(key);
    const response = await book(fieldsIn(checked));
    expect(keyIn(response.headers.get('location') ?? '')).toBe(key);
    expect(await count(t, 'cases')).toBe(1);
  });

  test('whose key opens nothing is not found, and keeps nobody from booking without it', async () => {
    const lost = 'A'.repeat(43);
    expect((await show(`?case=${lost}`)).status).toBe(404);
    const page = await post(makeCallback({ case: lost }));
    expect(page.status).toBe(404);
    expect(fieldsIn(page)).toMatchObject({ name: 'A. Person' });
    expect(fieldsIn(page)['case']).toBeUndefined();
  });
});
