import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, count, keyIn } from '../support/bookings.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { makeCallback } from '../support/make-call.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';
import { postCallPage, showCallPage, withStart } from '../support/site-pages.ts';

const t = testApp();
const show = (query = '') => showCallPage('callback', query);
const post = (values: Record<string, unknown>, query = '') =>
  postCallPage('callback', values, query);

type Values = Record<string, string>;
const book = (values: Record<string, unknown>) =>
  call(publicApp, postForm('/api/callbacks', values as Values));

const ELEVEN = '2026-11-25T11:00:00+00:00';

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
    const { DatabaseUnavailableError } = await import('#data/errors.ts');
    const away = () => Promise.reject(new DatabaseUnavailableError('away'));
    t.app.database = { ...database, query: away, transaction: away };
    const page = await readPage(await book(values));
    t.app.database = database;
    expect(page.status).toBe(503);
    expect(textIn(page, '.error-summary')).toContain('Nothing has been saved');
    expect(fieldsIn(page)).toMatchObject({ start: ELEVEN, topic: 'Carers', name: 'A. Person' });
  });
});

describe('a call that joins a case', () => {
  async function caseKey() {
    return keyIn((await sendEnquiry()).link);
  }

  test('brings its key through every step, and what is known of the person', async () => {
    const key = await caseKey();
    const times = await show(`?case=${key}`);
    expect(fieldsIn(times)).toMatchObject({ case: key });
    expect(times.$('a:contains("Later times")').attr('href')).toBe(
      `/callback/?case=${key}&from=2026-11-30`,
    );
    const form = await show(`${withStart(ELEVEN)}&case=${key}`);
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
