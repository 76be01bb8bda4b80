import { describe, expect, test } from 'vitest';
import { isoInstant } from '#domain/time/iso.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { booked, callLink, cancelCall, count, moveTo } from '../support/bookings.ts';
import { below } from '../support/case-pages.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { everyRow } from '../support/every-row.ts';
import { underLimits } from '../support/limits.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { postForm, postJson } from '../support/requests.ts';

const t = testApp();
underLimits(t);
const desk = deskVisit(t);

const times = async () =>
  (await listAvailableSlots(t.app, 'discovery-call')).map(({ start }) => isoInstant(start));

/** Somebody of whom nothing is the same as of any other. */
const person = (index: number) => ({
  email: `person-${index}@example.org`,
  phone: `01632 960${String(100 + index)}`,
});

const ask = (values: Record<string, unknown>, ip = '192.0.2.1') =>
  call(publicApp, postJson('/api/discovery-calls', makeDiscoveryCall(values)), ip);

/** Books one call after another at the first free times, and gives their statuses. */
async function bookAll(all: readonly (Record<string, unknown> & { ip?: string })[]) {
  const free = await times();
  const answers: Response[] = [];
  for (const [index, { ip, ...values }] of all.entries()) {
    answers.push(await ask({ start: free[index], ...values }, ip));
  }
  return answers;
}

const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status);

const RING = /Ring us on 07800 970 049, Monday to Friday, 9am to 6pm/;

describe('one person', () => {
  test.each<[string, (index: number) => Record<string, unknown>]>([
    ['the same address', (index) => ({ ...person(index), email: 'person@example.org' })],
    [
      'the same mailbox, written in other ways',
      (index) => ({ ...person(index), email: `Person${'+x'.repeat(index)}@Example.org` }),
    ],
    [
      'the same number',
      (index) => ({
        phone: ['01632 960 001', '+44 1632 960001', '(01632) 960001', '01632960001'][index],
      }),
    ],
  ])(
    'has three calls to come with %s, from as many connections as they like',
    async (_how, values) => {
      const crowd = Array.from({ length: 4 }, (_, index) => ({
        ...values(index),
        ip: `192.0.2.${index}`,
      }));
      const answers = await bookAll(crowd);
      expect(statuses(answers)).toEqual([201, 201, 201, 429]);
      expect(await answers[3]?.text()).toMatch(RING);
      expect(await count(t, 'bookings')).toBe(3);
    },
  );

  test('has room for another once one is cancelled, or over', async () => {
    const [first] = await bookAll([person(1), person(1), person(1)]);
    const free = (await times())[5];
    expect((await ask({ ...person(1), start: free })).status).toBe(429);
    await cancelCall((await booked(first as Response)).booking);
    expect((await ask({ ...person(1), start: free })).status).toBe(201);
    t.setNow('2026-11-27T09:00:00Z');
    expect((await ask({ ...person(1), start: '2026-12-02T10:00:00+00:00' })).status).toBe(201);
  });

  test('cannot give a fourth call to an address by correcting it', async () => {
    const [, , , other] = await bookAll([person(1), person(1), person(1), person(2)]);
    const own = await booked(other as Response);
    const typed = { name: 'A. Person', phone: person(2).phone, organisation: 'Example Council' };
    const before = await everyRow(t);
    const answer = await readPage(await below(own).correct({ ...typed, email: person(1).email }));
    expect(answer.status).toBe(429);
    expect(textIn(answer, '.error-summary')).toMatch(RING);
    expect(fieldsIn(answer)['email']).toBe(person(1).email);
    expect(await everyRow(t)).toEqual(before);
  });

  test('is shown all they typed again, and told to ring', async () => {
    await bookAll([person(1), person(1), person(1)]);
    const typed = {
      ...person(1),
      start: (await times())[9] ?? '',
      name: 'A. Person',
      organisation: 'Example Council',
      topic: 'About groups',
    };
    const page = await readPage(await call(publicApp, postForm('/api/discovery-calls', typed)));
    expect(page.status).toBe(429);
    expect(textIn(page, '.error-summary')).toMatch(RING);
    expect(fieldsIn(page)).toMatchObject(typed);
    expect(textIn(page, 'main')).not.toMatch(/is booked/);
  });

  test('is booked past every limit by staff', async () => {
    const [first] = await bookAll([person(1), person(1), person(1)]);
    const { reference } = await booked(first as Response);
    const path = `/desk/cases/${reference}/book/discovery-call/`;
    const start = (await times())[9] ?? '';
    const answer = await desk.post(path, { start });
    expect(answer.status).toBe(303);
    expect(await count(t, 'bookings WHERE during IS NOT NULL')).toBe(4);
  });
});

describe('one connection', () => {
  const crowd = (size: number, ip: (index: number) => string) =>
    Array.from({ length: size }, (_, index) => ({ ...person(index), ip: ip(index) }));

  test.each<[string, (index: number) => string]>([
    ['an IPv4 address', () => '192.0.2.9'],
    ['a /64 of IPv6', (index) => `2001:db8:0:7:${index.toString(16)}::${index + 1}`],
    [
      'an IPv4 address, also written as IPv6',
      (index) => (index % 2 ? '192.0.2.9' : '::ffff:192.0.2.9'),
    ],
  ])('books 24 new calls in any 24 hours: %s', async (_what, ip) => {
    const answers = await bookAll(crowd(25, ip));
    expect(statuses(answers)).toEqual([...Array<number>(24).fill(201), 429]);
    const last = answers[24];
    expect(last?.headers.get('retry-after')).toBe('86400');
    expect(await last?.text()).toMatch(RING);
    // Half a day on, and in another day’s salt, none of them is forgotten.
    t.setNow('2026-11-25T09:59:00Z');
    const again = { ...person(30), start: (await times()).at(-1) };
    expect((await ask(again, ip(30))).status).toBe(429);
    t.setNow('2026-11-25T10:00:01Z');
    expect((await ask(again, ip(30))).status).toBe(201);
  });

  test('says nothing of another', async () => {
    await bookAll(crowd(24, () => '2001:db8:0:7::1'));
    expect(
      (await ask({ ...person(30), start: (await times()).at(-1) }, '2001:db8:0:8::1')).status,
    ).toBe(201);
  });

  test('is kept as hashes alone, for a day', async () => {
    await bookAll(crowd(2, () => '192.0.2.9'));
    const kept = JSON.stringify(
      await t.app.database.query(`SELECT encode(hash, 'escape') AS hash, id FROM limit_uses`),
    );
    expect(kept).not.toMatch(/192\.0\.2|person|example|960/);
    t.app.environment.RATE_LIMIT = 100;
    t.setNow('2026-11-25T10:00:01Z');
    await call(publicApp, postForm('/your-enquiry/', { email: 'nobody@example.org' }));
    t.app.environment.RATE_LIMIT = 0;
    expect(await count(t, 'limit_uses')).toBe(0);
  });
});

test('an office of eight behind one connection and one switchboard is never refused in an afternoon', async () => {
  t.app.environment.RATE_LIMIT = 10;
  const free = await times();
  const answers: Response[] = [];
  for (let colleague = 0; colleague < 8; colleague += 1) {
    t.setNow(`2026-11-24T1${3 + Math.floor(colleague / 2)}:${colleague % 2 ? '30' : '00'}:00Z`);
    const values = {
      start: free[40 + colleague],
      name: `Colleague ${colleague}`,
      email: `colleague-${colleague}@example.org`,
      phone: '01632 960 001',
    };
    answers.push(await ask(values, '192.0.2.77'));
    const enquiry = { ...values, organisation: 'Example Council', interests: ['groups'] };
    const { start: _, ...asked } = enquiry;
    answers.push(await call(publicApp, postJson('/api/enquiries', asked), '192.0.2.77'));
  }
  t.app.environment.RATE_LIMIT = 0;
  expect(statuses(answers)).toEqual(Array<number>(16).fill(201));
  expect(await count(t, 'withheld_mail')).toBe(0);
  expect(await count(t, `messages WHERE audience = 'enquirer'`)).toBe(16);
});

describe('one call', () => {
  test('moves five times in a day, and staff move it all the same', async () => {
    const [first] = await bookAll([person(1)]);
    const { reference, booking } = await booked(first as Response);
    const free = await times();
    for (const start of free.slice(10, 15)) expect((await moveTo(booking, start)).status).toBe(200);
    t.setNow('2026-11-24T11:00:00Z');
    const before = await everyRow(t);
    const refused = await moveTo(booking, free[15] ?? '');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '82801']);
    expect(await refused.json()).toMatchObject({ detail: expect.stringMatching(RING) });
    const page = await readPage(
      await call(
        publicApp,
        postForm(`${callLink(booking).replace('http://localhost:8888', '')}reschedule/`, {
          start: free[15] ?? '',
        }),
      ),
    );
    expect([page.status, textIn(page, '.error-summary')]).toEqual([
      429,
      expect.stringMatching(RING),
    ]);
    expect(await everyRow(t)).toEqual(before);
    const [row] = await t.app.database.query<{ id: string }>('SELECT id FROM bookings');
    const path = `/desk/cases/${reference}/calls/${row?.id}/move/`;
    expect((await desk.post(path, { start: free[16] ?? '' })).status).toBe(303);
    t.setNow('2026-11-25T10:00:01Z');
    expect((await moveTo(booking, free.at(-1) ?? '')).status).toBe(200);
  });

  test('is corrected five times in a day, by the same form too', async () => {
    const values = { ...makeCallback(), ...person(1), form: 'A'.repeat(22) };
    const post = (name: string) =>
      call(publicApp, postForm('/api/callbacks', { ...values, name } as never));
    const answers: Response[] = [];
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G'])
      answers.push(await post(`Person ${name}`));
    expect(statuses(answers)).toEqual([...Array<number>(6).fill(303), 429]);
    const rows = await t.app.database.query('SELECT name FROM bookings');
    expect(rows).toEqual([{ name: 'Person F' }]);
  });
});
