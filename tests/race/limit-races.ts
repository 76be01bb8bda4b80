import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { isoInstant } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import { listAvailableSlots } from '#services/availability/list-available-slots.ts';
import { publicApp } from '#web/public-app.ts';
import { DESIGNED } from '../support/limits.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postJson } from '../support/requests.ts';
import { contextWith } from '../support/server-app.ts';
import { everybody, type Race, rows } from './race-rules.ts';

const CROWD = 1_000;

/** So many at once: more would wait longer for a connection than anybody waits, which is not what is tried here. */
const AT_ONCE = 200;

/** A crowd does something, as many at once as AT_ONCE says. */
async function crowd(act: (index: number) => Promise<number>): Promise<number[]> {
  const statuses: number[] = [];
  for (let first = 0; first < CROWD; first += AT_ONCE) {
    statuses.push(...(await everybody(AT_ONCE, (index) => act(first + index))));
  }
  return statuses;
}

/** Address number `index` of a thousand, each a connection of its own. */
const addressOf = (index: number) => `2001:db8:0:${(index + 1).toString(16)}::1`;

/** More often than a slow machine answers that it cannot: each try waits for its turn at the database. */
const MOST_TRIES = 50;

/**
 * Posts, and posts the same again while the answer is that the database is not to be had in time: so the limits are tried
 * to the last of the crowd on a machine of any speed.
 */
async function postFrom(path: string, body: unknown, ip: string): Promise<number> {
  const key = { 'idempotency-key': randomUUID() };
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const context = { ...contextWith(), ip };
    const { status } = await publicApp.fetch(postJson(path, body, key), { context });
    if (status !== 503) return status;
  }
  return 503;
}

/** The same of what is new: a repeat of what had been saved after all is answered 200, and is as good. */
async function createFrom(path: string, body: unknown, ip: string): Promise<number> {
  const status = await postFrom(path, body, ip);
  return status === 200 ? 201 : status;
}

function tally(statuses: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** What `race` comes to under the limits the service was designed with. */
const limited = (name: string, race: (app: App) => Promise<string>): Race => ({
  name,
  async run(app) {
    const { site } = app;
    app.site = { ...site, settings: { ...site.settings, limits: DESIGNED } };
    try {
      return await race(app);
    } finally {
      app.site = site;
    }
  },
});

const times = async (app: App) =>
  (await listAvailableSlots(app, 'discovery-call')).map(({ start }) => isoInstant(start));

/** A thousand addresses give a stranger’s email: three emails go, and every enquiry is kept. */
async function oneStranger(app: App): Promise<string> {
  const statuses = await crowd((index) => {
    const email = ['stranger@example.org', 'Stranger@example.org'][index % 2];
    const enquiry = makeEnquiry({ email, name: `Person ${index}` });
    return createFrom('/api/enquiries', enquiry, addressOf(index));
  });
  assert.deepEqual(tally(statuses), { 201: CROWD });
  assert.equal(await rows(app, `messages WHERE audience = 'enquirer'`), 3);
  assert.equal(await rows(app, 'withheld_mail'), CROWD - 3);
  return '3 emails, 1000 enquiries kept';
}

/** One person asks from a thousand addresses for a time each: they have three, by email or by telephone. */
async function onePerson(app: App): Promise<string> {
  const free = await times(app);
  const statuses = await everybody(CROWD, (index) => {
    const who =
      index % 2
        ? { email: 'person@example.org', phone: `01632 960${String(index).padStart(3, '0')}` }
        : { email: 'person@example.org', phone: '01632 960 000' };
    const call = makeDiscoveryCall({ ...who, start: free[index % free.length] });
    return createFrom('/api/discovery-calls', call, addressOf(index));
  });
  const { 201: booked = 0, 429: refused = 0, 409: taken = 0 } = tally(statuses);
  assert.equal(booked, 3);
  assert.equal(booked + refused + taken, CROWD);
  assert.equal(await rows(app, 'bookings'), 3);
  return `3 booked, ${refused} over the limit, ${taken} too late for their time`;
}

/** One connection asks for a hundred people at once: 24 calls are booked. */
async function oneConnection(app: App): Promise<string> {
  const free = await times(app);
  const statuses = await everybody(100, (index) => {
    const who = { email: `person-${index}@example.org`, phone: `01632 960${100 + index}` };
    const call = makeDiscoveryCall({ ...who, start: free[index] });
    return createFrom('/api/discovery-calls', call, `2001:db8:0:1::${(index + 1).toString(16)}`);
  });
  assert.deepEqual(tally(statuses), { 201: 24, 429: 76 });
  assert.equal(await rows(app, 'limit_uses'), 24 + 24);
  return '24 booked, 76 over the limit';
}

/** While a thousand addresses do both, eight people of one office are all served in the same minute. */
async function honestOffice(app: App): Promise<string> {
  const free = await times(app);
  const flood = everybody(200, (index) =>
    createFrom(
      '/api/enquiries',
      makeEnquiry({ email: 'stranger@example.org', name: `Person ${index}` }),
      addressOf(index),
    ),
  );
  const office = await everybody(8, (index) => {
    const who = { email: `colleague-${index}@example.org`, phone: '01632 960 001' };
    const call = makeDiscoveryCall({ ...who, start: free[20 + index] });
    return createFrom('/api/discovery-calls', call, '192.0.2.77');
  });
  await flood;
  assert.deepEqual(tally(office), { 201: 8 });
  assert.equal(await rows(app, `withheld_mail w JOIN bookings b ON b.id = w.booking_id`), 0);
  return 'all eight served';
}

/** Fifty presses move one call at once: it moves five times. */
async function oneCall(app: App): Promise<string> {
  const free = await times(app);
  const response = await publicApp.fetch(
    postJson('/api/discovery-calls', makeDiscoveryCall({ start: free[0] })),
    { context: contextWith() },
  );
  const { booking } = (await response.json()) as { booking: string };
  const statuses = await everybody(50, (index) =>
    postFrom(`/api/bookings/${booking}/reschedule`, { start: free[index + 1] }, addressOf(index)),
  );
  assert.deepEqual(tally(statuses), { 200: 5, 429: 45 });
  assert.equal(await rows(app, `person_acts WHERE act = 'moved'`), 5);
  return '5 moves, 45 over the limit';
}

export const LIMIT_RACES: readonly Race[] = [
  limited('a thousand addresses write to one stranger', oneStranger),
  limited('one person asks from a thousand addresses', onePerson),
  limited('one connection asks for a hundred people', oneConnection),
  limited('eight people of one office, in the middle of a flood', honestOffice),
  limited('one call is moved fifty times at once', oneCall),
];
