import { setTimeout as wait } from 'node:timers/promises';
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

test('words that an answer quotes do not make the database look away', async () => {
  for (const words of ['connection', 'timeout', 'terminated']) {
    const wrong = database.query(`SELECT '${words}'::int`);
    await expect(wrong).rejects.toThrow(words);
    await expect(wrong).rejects.not.toBeInstanceOf(DatabaseUnavailableError);
  }
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

test('a query that passes its time says so, and its connection is not used again', async () => {
  const hurried = openDatabase(way.url, 1, { connection: 1_000, query: 200, transaction: 400 });
  expect(await hurried.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  way.cut('silent');
  await expect(hurried.query('SELECT 2')).rejects.toThrow(DatabaseUnavailableError);
  expect(await hurried.query('SELECT 3 AS three')).toEqual([{ three: 3 }]);
  expect(way.made()).toBe(2);
  await hurried.close();
});

test('a transaction that passes its time ends, reaches nothing any more, and its connection is not used again', async () => {
  const hurried = openDatabase(way.url, 1, { connection: 1_000, query: 200, transaction: 300 });
  const late: unknown[] = [];
  const work = hurried.transaction(async (tx) => {
    // On a busy machine this passes the time already.
    await tx.query('SELECT 1').catch(() => undefined);
    await wait(500);
    await tx.query('SELECT 2').catch((error: unknown) => late.push(error));
  });
  await expect(work).rejects.toThrow(DatabaseUnavailableError);
  await vi.waitFor(() => expect(late).toEqual([expect.any(DatabaseUnavailableError)]), 5_000);
  expect(await hurried.query('SELECT 3 AS three')).toEqual([{ three: 3 }]);
  expect(way.made()).toBe(2);
  await hurried.close();
});

test('says when it was last asked anything', async () => {
  expect(database.lastUsed()).toBe(Number.NEGATIVE_INFINITY);
  const before = performance.now();
  await answers();
  expect(database.lastUsed()).toBeGreaterThanOrEqual(before);
});

test.each(['require', 'prefer', 'verify-ca'])(
  'sslmode=%s checks the certificate, and warns of nothing',
  async (mode) => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const asking = openDatabase(`${way.url}?sslmode=${mode}`, 1);
    await expect(asking.query('SELECT 1')).rejects.toThrow(/SSL/);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
    await asking.close();
  },
);

test('an address that has changed is used from the next query on, and a transaction ends where it began', async () => {
  const other = await cuttable(embedded.url);
  const third = await cuttable(embedded.url);
  let url = way.url;
  const following = openDatabase(() => url, 1);
  const rows = await following.transaction(async (tx) => {
    url = other.url;
    return tx.query('SELECT 3 AS three');
  });
  expect(rows).toEqual([{ three: 3 }]);
  expect([way.made(), other.made()]).toEqual([1, 0]);
  expect(await following.query('SELECT 4 AS four')).toEqual([{ four: 4 }]);
  expect(await following.query('SELECT 5 AS five')).toEqual([{ five: 5 }]);
  expect([way.made(), other.made()]).toEqual([1, 1]);
  url = third.url;
  expect(await following.transaction((tx) => tx.query('SELECT 6 AS six'))).toEqual([{ six: 6 }]);
  expect([way.made(), other.made(), third.made()]).toEqual([1, 1, 1]);
  await following.close();
  for (const one of [other, third]) one.close();
});

test('a statement that is refused costs no connection', async () => {
  await expect(database.query('SELECT nothing FROM nowhere')).rejects.toThrow(/nowhere/);
  expect(await answers()).toEqual([{ one: 1 }]);
  expect(way.made()).toBe(1);
});
