import { expect, test } from 'vitest';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked, keyIn } from '../support/bookings.ts';
import { below } from '../support/case-pages.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const t = testApp();

/** What `work` is answered while the database does not answer. */
async function whileAway(work: () => Promise<Response>) {
  const { database } = t.app;
  const away = () => Promise.reject(new DatabaseUnavailableError('away'));
  t.app.database = { ...database, query: away, transaction: away };
  try {
    return await readPage(await work());
  } finally {
    t.app.database = database;
  }
}

const correctAt = (key: string, values: Record<string, unknown>) =>
  call(publicApp, postForm(`/your-enquiry/${key}/correct/`, values as never));

test('a corrected enquiry stays in its form while the database is away', async () => {
  const sent = await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
  const key = keyIn(((await sent.json()) as { link: string }).link);
  const page = await whileAway(() => correctAt(key, makeEnquiry({ message: 'Typed at length' })));
  expect(page.status).toBe(503);
  expect(textIn(page, '.error-summary')).toContain('Nothing has been saved');
  expect(page.markup).toContain('Typed at length');
});

test('so do the corrected details of a call', async () => {
  const answer = await booked(await bookCallback(makeCallback()));
  const details = { name: 'B. Person', phone: '01632 960 002', topic: 'Typed at length' };
  const page = await whileAway(() => below(answer).correct(details));
  expect(page.status).toBe(503);
  expect(fieldsIn(page)).toMatchObject(details);
  expect(page.$(`a[href="/your-enquiry/${keyIn(answer.link)}/"]`)).toHaveLength(1);
});

test('a case that holds a call alone has no enquiry to correct, and says so', async () => {
  const key = keyIn((await booked(await bookCallback(makeCallback()))).link);
  const path = `/your-enquiry/${key}/correct/`;
  const shown = await readPage(await call(publicApp, get(path)));
  expect(shown.status).toBe(404);
  expect(shown.$(`a[href="/your-enquiry/${key}/"]`)).toHaveLength(1);
  const posted = await readPage(await correctAt(key, makeEnquiry({ message: 'Typed at length' })));
  expect(posted.status).toBe(404);
  expect(posted.markup).toContain('Typed at length');
});
