import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '#data/client.ts';
import { DatabaseUnavailableError } from '#data/errors.ts';
import type { LocalDatabase } from '../../netlify/dev/database.ts';
import { type Cuttable, cuttable } from '../support/cuttable.ts';
import { openPrepared } from '../support/prepared-database.ts';

const AN_HOUR = 3_600_000;

let embedded: LocalDatabase;
let way: Cuttable;
let database: Database;

beforeEach(async () => {
  embedded = await openPrepared();
  way = await cuttable(embedded.url);
  database = openDatabase(way.url, 1);
});

afterEach(async () => {
  vi.useRealTimers();
  await database.close();
  way.close();
  await embedded.close();
});

const answers = () => database.query('SELECT 1 AS one');

/** A function is put to sleep and woken: for it the time between has passed, for its timers it has not. */
const sleep = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + AN_HOUR });

test.each(['reset', 'silent'] as const)(
  'a connection that was %s while a function slept is given up before it is used',
  async (how) => {
    expect(await answers()).toEqual([{ one: 1 }]);
    way.cut(how);
    sleep();
    expect(await answers()).toEqual([{ one: 1 }]);
    way.cut(how);
    sleep();
    expect(await database.transaction((tx) => tx.query('SELECT 2 AS two'))).toEqual([{ two: 2 }]);
  },
);

test('one that is lost in use says so, and the next is whole', async () => {
  await answers();
  way.cut('reset');
  await expect(answers()).rejects.toThrow(DatabaseUnavailableError);
  expect(await answers()).toEqual([{ one: 1 }]);
});

test('one that is lost in a transaction ends that and nothing else', async () => {
  const work = database.transaction(async (tx) => {
    await tx.query('SELECT 1');
    way.cut('reset');
    await tx.query('SELECT 1');
  });
  await expect(work).rejects.toThrow(DatabaseUnavailableError);
  expect(await answers()).toEqual([{ one: 1 }]);
});

test('a statement that is refused costs no connection', async () => {
  await expect(database.query('SELECT nothing FROM nowhere')).rejects.toThrow(/nowhere/);
  expect(await answers()).toEqual([{ one: 1 }]);
  expect(way.made()).toBe(1);
});
