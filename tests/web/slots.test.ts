import { describe, expect, test } from 'vitest';
import slots from '#web/api/slots-routes.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, cancelCall } from '../support/bookings.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { get } from '../support/requests.ts';

const t = testApp();

interface Answer {
  timeZone: string;
  kind: string;
  minutes: number;
  slots: { start: string; end: string }[];
}

const ask = (query: string) => call(slots, get(`/api/slots${query}`));
const read = async (query: string) => (await (await ask(query)).json()) as Answer;
const starts = async (query: string) => (await read(query)).slots.map(({ start }) => start);

describe('the times offered', () => {
  test('run in order from the first with notice to the horizon', async () => {
    const answer = await read('?kind=callback');
    expect(answer).toMatchObject({ timeZone: 'Europe/London', kind: 'callback', minutes: 30 });
    expect(answer.slots[0]).toEqual({
      start: '2026-11-24T11:00:00+00:00',
      end: '2026-11-24T11:30:00+00:00',
    });
    expect(answer.slots.at(-1)?.start).toBe('2027-01-04T17:30:00+00:00');
    const all = answer.slots.map(({ start }) => start);
    expect(all).toEqual([...new Set(all)].sort());
    // Thirty weekdays to the horizon less Christmas Day, its substitute and New Year’s Day, less two hours today.
    expect(all).toHaveLength(27 * 18 - 4);
    expect((await starts('?kind=discovery-call'))[0]).toBe('2026-11-25T10:00:00+00:00');
  });

  test('are those of the days asked for, with London’s offset in summer', async () => {
    t.setNow('2027-07-01T09:00:00Z');
    const monday = await starts('?kind=callback&from=2027-07-03&days=3');
    expect(monday).toHaveLength(18);
    expect(monday[0]).toBe('2027-07-05T09:00:00+01:00');
    expect(await starts('?kind=callback&days=1')).toHaveLength(14);
    expect((await starts('?kind=callback&from=2027-08-11')).at(-1)).toBe(
      '2027-08-11T17:30:00+01:00',
    );
    expect(await starts('?kind=callback&from=2028-01-01&days=42')).toEqual([]);
    expect(await starts('?kind=callback&from=2027-06-01&days=7')).toEqual([]);
  });

  test('are fewer by what is booked, of either kind, and more again by what is cancelled', async () => {
    const day = '?kind=callback&from=2026-11-26&days=1';
    const before = await starts(day);
    const { booking, start } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    await booked(await bookCallback(makeCallback({ start: '2026-11-26T09:00:00+00:00' })));
    const gone = [start, '2026-11-26T09:00:00+00:00'];
    expect(await starts(day)).toEqual(before.filter((each) => !gone.includes(each)));
    await cancelCall(booking);
    expect(await starts(day)).toContain(start);
  });

  test('each can be booked', async () => {
    const all = await starts('?kind=callback&from=2026-11-26&days=2');
    expect(all).toHaveLength(36);
    for (const start of all) {
      expect((await bookCallback(makeCallback({ start }))).status).toBe(201);
    }
    expect(await starts('?kind=discovery-call&from=2026-11-26&days=2')).toEqual([]);
  });
});

describe('a query that is not one', () => {
  test.each([
    ['', 'kind'],
    ['?kind=chat', 'kind'],
    ['?kind=callback&kind=callback', 'kind'],
    ['?kind=callback&from=today', 'from'],
    ['?kind=callback&from=2026-02-30', 'from'],
    ['?kind=callback&from=', 'from'],
    ['?kind=callback&days=0', 'days'],
    ['?kind=callback&days=43', 'days'],
    ['?kind=callback&days=1.5', 'days'],
    ['?kind=callback&days=7&days=8', 'days'],
    ['?kind=callback&until=2026-12-01', 'until'],
  ])('"%s" is a 400 that names %s', async (query, field) => {
    const response = await ask(query);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    expect(errors.map((error) => error.field)).toEqual([field]);
  });

  test('and a POST is a 405', async () => {
    const response = await call(slots, new Request(get('/api/slots'), { method: 'POST' }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
