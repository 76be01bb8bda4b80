import { describe, expect, test } from 'vitest';
import { PRIVATE_HEADERS } from '#web/http/security-headers.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, count, keyIn } from '../support/bookings.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { makeCallback } from '../support/make-call.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { postCallPage, withStart } from '../support/site-pages.ts';

const t = testApp();
const post = (values: Record<string, unknown>, query = '') =>
  postCallPage('callback', values, query);

type Values = Record<string, string>;
const showBelow = async (path: string) => readPage(await call(publicApp, get(path)));
const postBelow = async (path: string, values: Record<string, unknown>) =>
  readPage(await call(publicApp, postForm(path, values as Values)));
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
    const path = `/your-enquiry/${key}/callback/`;
    const times = await showBelow(path);
    expect(times.$('form').attr('action')).toBe(path);
    expect(times.$('a:contains("Later days")').attr('href')).toBe(`${path}?from=2026-12-08`);
    const form = await showBelow(`${path}${withStart(ELEVEN)}`);
    expect(form.$('form').attr('action')).toBe(path);
    expect(fieldsIn(form)).toMatchObject({
      case: key,
      name: 'A. Person',
      email: 'person@example.org',
      organisation: 'Example County Council',
      phone: '',
    });
    t.setNow('2026-11-24T10:01:00Z');
    const { case: _carried, ...typed } = fieldsIn(form);
    const again = await postBelow(path, typed);
    expect([again.status, again.$('form').attr('action')]).toEqual([422, path]);
    const checked = await postBelow(path, { ...typed, phone: '01632 960 001' });
    expect(fieldsIn(checked)['case']).toBe(key);
    expect(checked.$('button[formaction*="change="]').attr('formaction')).toMatch(
      `${path}?change=`,
    );
    const retime = await postBelow(`${path}?change=start`, fieldsIn(checked));
    expect(retime.$('form').attr('action')).toBe(`${path}?change=time`);
    expect(retime.$('button[formaction]').attr('formaction')).toMatch(`${path}?change=start&from=`);
    const response = await book(fieldsIn(checked));
    expect(keyIn(response.headers.get('location') ?? '')).toBe(key);
    expect(await count(t, 'cases')).toBe(1);
  });

  test('whose key opens nothing is not found, and keeps nobody from booking without it', async () => {
    const lost = 'A'.repeat(43);
    const below = `/your-enquiry/${lost}/callback/`;
    expect((await showBelow(below)).status).toBe(404);
    for (const page of [
      await post(makeCallback({ case: lost })),
      await postBelow(below, makeCallback()),
    ]) {
      expect(page.status).toBe(404);
      expect(page.$('form').attr('action')).toBe('/callback/');
      expect(fieldsIn(page)).toMatchObject({ name: 'A. Person' });
      expect(fieldsIn(page)['case']).toBeUndefined();
    }
  });

  test('is told to no search engine, and kept and sent on nowhere, at any of its steps', async () => {
    const path = `/your-enquiry/${await caseKey()}/callback/`;
    for (const page of [
      await showBelow(path),
      await showBelow(`${path}${withStart(ELEVEN)}`),
      await postBelow(path, makeCallback()),
      await postBelow(path, makeCallback({ phone: '' })),
    ]) {
      expect(Object.fromEntries(page.headers)).toMatchObject(PRIVATE_HEADERS);
      expect(page.markup).not.toMatch(/[?&]case=/);
    }
  });

  test.each([
    ['callback', `?start=${encodeURIComponent(ELEVEN)}&case=`],
    ['discovery-call', '?case='],
    ['enquire', '?case='],
  ])(
    'the /%s/ of an email from before keys left queries leads below the case',
    async (way, query) => {
      const key = await caseKey();
      const answer = await call(publicApp, get(`/${way}/${query}${key}`));
      const { location, ...headers } = Object.fromEntries(answer.headers);
      const start = way === 'callback' ? `?${new URLSearchParams({ start: ELEVEN })}` : '';
      expect([answer.status, location]).toEqual([303, `/your-enquiry/${key}/${way}/${start}`]);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      });
    },
  );
});
