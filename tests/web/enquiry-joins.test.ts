import { expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeCallback } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const t = testApp();

/** An enquiry as its form posts it. */
const FORM = {
  organisation: 'Example County Council',
  name: 'A. Person',
  email: 'person@example.org',
  interests: 'groups',
};

const keyIn = (link: string) => new URL(link).pathname.split('/')[2] ?? '';

/** Asks for a callback, and returns the key of the case it opened. */
async function bookedKey(): Promise<string> {
  const response = await call(publicApp, postJson('/api/callbacks', makeCallback()));
  return keyIn(((await response.json()) as { link: string }).link);
}

const send = (overrides: Record<string, unknown>, headers = {}) =>
  call(publicApp, postJson('/api/enquiries', makeEnquiry(overrides), headers));

async function rows(table: string): Promise<number> {
  const [row] = await t.app.database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table}`,
  );
  return row?.n ?? 0;
}

const subjects = () => t.mailbox.messages.map(({ email }) => email.subject);

test('an enquiry after a call joins its case: one reference, one link', async () => {
  const key = await bookedKey();
  const its = await readPage(await call(publicApp, get(`/your-enquiry/${key}/`)));
  const way = its.$('a:contains("Tell us about your organisation")').attr('href') ?? '';
  expect(way).toBe(`/your-enquiry/${key}/enquire/`);
  const form = await readPage(await call(publicApp, get(way)));
  expect(form.headers.get('x-robots-tag')).toBe('noindex');
  expect(fieldsIn(form)).toMatchObject({ case: key, name: 'A. Person' });
  expect(textIn(form, 'h1')).toBe('Tell us about your organisation');
  expect(textIn(form, '.lede')).toContain('your reference and your link stay the same');
  const ways = form.$('.ways-to-talk dt a').toArray();
  expect(ways.map((one) => form.$(one).attr('href'))).toEqual([
    `/your-enquiry/${key}/callback/`,
    `/your-enquiry/${key}/discovery-call/`,
  ]);
  t.setNow('2026-11-24T10:01:00Z');
  const typed = { ...fieldsIn(form), organisation: 'Example County Council', interests: 'groups' };
  const response = await call(
    publicApp,
    postForm('/api/enquiries', { ...typed, email: 'person@example.org' }),
  );
  expect(response.status).toBe(303);
  expect(keyIn(response.headers.get('location') ?? '')).toBe(key);
  expect(await rows('cases')).toBe(1);
  expect(await rows('enquiries')).toBe(1);
  expect(subjects().filter((subject) => subject.startsWith('We have your enquiry'))).toHaveLength(
    1,
  );
});

test('a form sent back stays below its case, and so do the times of a call', async () => {
  const key = await bookedKey();
  const again = await readPage(
    await call(publicApp, postForm('/api/enquiries', { case: key, name: 'A. Person' })),
  );
  expect(again.status).toBe(422);
  for (const kind of ['callback', 'discovery-call']) {
    const times = await readPage(await call(publicApp, get(`/your-enquiry/${key}/${kind}/`)));
    for (const page of [again, times]) {
      expect(textIn(page, '.lede')).toContain('your reference and your link stay the same');
      expect(page.$('main .lede a').attr('href')).toBe(`/your-enquiry/${key}/`);
      expect(page.$('main').html()).not.toMatch(/href="\/(callback|discovery-call|enquire)\//);
    }
  }
});

test('where no time is free below a case, the enquiry that is offered joins it too', async () => {
  const key = await bookedKey();
  const { notice } = t.app.site.settings.calls;
  const before = notice.callback;
  notice.callback = 5400 * 10;
  const page = await readPage(await call(publicApp, get(`/your-enquiry/${key}/callback/`)));
  notice.callback = before;
  expect(textIn(page, 'main')).toContain('No time is free at the moment.');
  expect(page.$('a:contains("send an enquiry")').attr('href')).toBe(
    `/your-enquiry/${key}/enquire/`,
  );
});

test('the form brings a plan along too', async () => {
  const key = await bookedKey();
  const form = await readPage(
    await call(publicApp, get(`/your-enquiry/${key}/enquire/?people=46`)),
  );
  expect(fieldsIn(form)).toMatchObject({ case: key, people: '46' });
});

test('a case holds one enquiry: its form leads to the correction, and a second becomes its own', async () => {
  const key = await bookedKey();
  expect((await send({ case: key })).status).toBe(201);
  const again = await call(publicApp, get(`/your-enquiry/${key}/enquire/`));
  expect(again.headers.get('location')).toBe(`/your-enquiry/${key}/correct/`);
  const other = { case: key, organisation: 'Example Trust' };
  expect((await send(other)).status).toBe(409);
  const page = await readPage(
    await call(publicApp, postForm('/api/enquiries', { ...FORM, ...other })),
  );
  expect(page.status).toBe(409);
  const { case: joins, organisation } = fieldsIn(page);
  expect({ joins, organisation }).toEqual({ joins: undefined, organisation: 'Example Trust' });
  expect(await rows('enquiries')).toBe(1);
});

test('of many enquiries for one case at once, one joins it', async () => {
  const key = await bookedKey();
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, index) => send({ case: key, role: `Role ${index}` })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  expect(await rows('cases')).toBe(1);
});

test('a key that opens nothing is said so, and keeps nobody from sending without it', async () => {
  const lost = 'A'.repeat(43);
  expect((await call(publicApp, get(`/your-enquiry/${lost}/enquire/`))).status).toBe(404);
  expect((await send({ case: lost })).status).toBe(404);
  const page = await readPage(
    await call(publicApp, postForm('/api/enquiries', { ...FORM, case: lost })),
  );
  expect(fieldsIn(page)['case']).toBeUndefined();
  expect(fieldsIn(page)['name']).toBe('A. Person');
});

test('one that looks automatic is kept apart, whichever case it asked to join', async () => {
  const key = await bookedKey();
  const { link } = await inQuarantine(t, await send({ case: key, 'leave-empty': 'filled in' }));
  expect(keyIn(link)).not.toBe(key);
  expect(await rows('cases')).toBe(2);
});
