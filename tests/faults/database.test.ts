import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#data/client.ts';
import { openEmbedded, openServer } from '../../netlify/dev/database.ts';
import { type OpenedTestApp, openTestApp } from '../support/app.ts';
import { type CommitCut, type CommitProxy, commitProxy } from '../support/commit-proxy.ts';
import { type Cuttable, cuttable } from '../support/cuttable.ts';
import { type Server, startPostgres } from '../support/postgres.ts';
import { emptyTables } from '../support/shared-database.ts';
import { expectRefused, expectWhole, health, someoneEnquires } from './pressing.ts';

/** The service’s own limits are ten times these. */
const SHORT = { connection: 1_000, query: 1_500, transaction: 2_000 };

const NOTHING_SAVED = 'Nothing has been saved';
const CANNOT_TELL = 'We cannot tell yet';

let server: Server;
let way: Cuttable;
let around: CommitProxy;
let admin: Database;
let cut: CommitCut | undefined;
/** By which way, and under which name, the app reaches the database. */
let reached: string;
let t: OpenedTestApp;

const as = (role: string, url: string) => Object.assign(new URL(url), { username: role }).href;

const endConnections = (role: string) =>
  admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [role]);

beforeAll(async () => {
  const started = await startPostgres(['fsync=off', 'max_connections=12']);
  if (!started) throw new Error('There is no PostgreSQL.');
  server = started;
  await (await openServer(server.url, 1)).close();
  admin = openDatabase(server.url, 1);
  for (const role of ['site', 'renamed']) {
    await admin.query(
      `CREATE ROLE ${role} LOGIN; GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role};
       GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    );
  }
  way = await cuttable(server.url);
  around = await commitProxy(server.url, {
    atCommit: () => {
      const now = cut;
      cut = undefined;
      return now;
    },
  });
});

beforeEach(async () => {
  await emptyTables(admin);
  reached = as('site', way.url);
  const database = openDatabase(() => reached, 4, SHORT);
  t = await openTestApp({}, async () => ({
    database,
    url: reached,
    close: () => database.close(),
  }));
});

afterEach(() => t.close());

afterAll(async () => {
  way.close();
  around.close();
  await admin.close();
  await server.stop();
});

test('a network that goes silent in mid-query: refused within the limit, and the next is whole', async () => {
  const person = someoneEnquires();
  expect(await health()).toEqual([503, 'answers']);
  way.cut('silent', 'later too');
  const begun = performance.now();
  expectRefused(await person.press(), NOTHING_SAVED);
  expect(performance.now() - begun).toBeLessThan(SHORT.connection + SHORT.query + 1_000);
  expect((await health())[1]).toBe('does not answer');
  way.heal();
  expect((await person.press()).status).toBe(303);
  expect((await person.press()).status).toBe(303);
  expect((await health())[1]).toBe('answers');
  await expectWhole(t, 1);
});

test('connections the server ended while they were idle: nobody notices', async () => {
  const person = someoneEnquires();
  expect((await health())[1]).toBe('answers');
  await endConnections('site');
  // The word of it takes a moment.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await person.press()).status).toBe(303);
  await expectWhole(t, 1);
});

test.each(['before', 'unanswered'] as const)(
  'a connection cut at COMMIT (%s): looked up on another, saved once, and the person sees only that',
  async (where) => {
    reached = as('site', around.url);
    const person = someoneEnquires();
    cut = where;
    expect((await person.press()).status).toBe(303);
    expect((await person.press()).status).toBe(303);
    await expectWhole(t, 1);
  },
);

test('a connection cut at COMMIT, and the look-up lost as well: it cannot be told, and pressing again is safe', async () => {
  reached = as('site', around.url);
  const person = someoneEnquires();
  cut = 'unanswered';
  const { transaction } = t.app.database;
  let tries = 0;
  t.app.database.transaction = (work) => {
    tries += 1;
    if (tries === 2) reached = as('site', 'postgres://postgres@127.0.0.1:1/none');
    return transaction(work);
  };
  expectRefused(await person.press(), CANNOT_TELL);
  reached = as('site', way.url);
  expect((await person.press()).status).toBe(303);
  await expectWhole(t, 1);
});

test('a password that was changed: refused until the host gives the new one, which a warm function takes up', async () => {
  const person = someoneEnquires();
  expect((await health())[1]).toBe('answers');
  await admin.query('ALTER ROLE site NOLOGIN');
  await endConnections('site');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expectRefused(await person.press(), NOTHING_SAVED);
  expect(await health()).toEqual([503, 'refuses our password']);
  reached = as('renamed', way.url);
  expect((await person.press()).status).toBe(303);
  await admin.query('ALTER ROLE site LOGIN');
  await expectWhole(t, 1);
});

test('every connection of the server used up: refused, and goes on once one is free', async () => {
  const person = someoneEnquires();
  const hogs: pg.Client[] = [];
  for (;;) {
    const hog = new pg.Client({ connectionString: as('renamed', server.url) });
    hog.on('error', () => {});
    try {
      await hog.connect();
    } catch {
      break;
    }
    hogs.push(hog);
  }
  expect(hogs.length).toBeGreaterThan(3);
  expectRefused(await person.press(), NOTHING_SAVED);
  expect(await health()).toEqual([503, 'has no connection left']);
  await Promise.all(hogs.map((hog) => hog.end()));
  expect((await person.press()).status).toBe(303);
  await expectWhole(t, 1);
});

test('a server that is read-only: refused, and goes on once it takes writes', async () => {
  const person = someoneEnquires();
  await admin.query('ALTER ROLE site SET default_transaction_read_only = on');
  expectRefused(await person.press(), NOTHING_SAVED);
  expect(await health()).toEqual([503, 'is read-only']);
  await admin.query('ALTER ROLE site RESET default_transaction_read_only');
  await endConnections('site');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await person.press()).status).toBe(303);
  await expectWhole(t, 1);
});

const canMount = userInfo().uid === 0;
if (!canMount) console.warn('NOT TRIED: a full disk needs a file system of its own, so root.');

/** A file system of so many megabytes. */
function smallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=777`, 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  return {
    folder,
    /** Leaves not a byte. */
    fill() {
      for (let size = 2 ** 27; size >= 1; size /= 2) {
        for (;;) {
          try {
            writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
          } catch {
            break;
          }
        }
      }
    },
    empty: () => rmSync(filler),
    remove() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** People whose enquiries are too long for what room a table has left; the first that is refused. */
async function enquireUntilRefused() {
  for (let tries = 0; tries < 50; tries += 1) {
    const person = someoneEnquires();
    const pressed = await person.press();
    if (pressed.status !== 303) return { person, pressed, before: tries };
  }
  throw new Error('No enquiry was refused.');
}

describe.skipIf(!canMount)('a disk that is full', () => {
  test('of PostgreSQL: refused, and goes on once there is room', async () => {
    const disk = smallDisk(160);
    const { TMPDIR } = process.env;
    process.env['TMPDIR'] = disk.folder;
    const small = await startPostgres(['fsync=off', 'max_wal_size=64MB', 'min_wal_size=32MB']);
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
    if (!small) throw new Error('There is no PostgreSQL.');
    await (await openServer(small.url, 1)).close();
    reached = small.url;
    disk.fill();
    const { person, pressed, before } = await enquireUntilRefused();
    expectRefused(pressed, NOTHING_SAVED);
    expect(t.logged.join('\n')).not.toContain('What they typed');
    disk.empty();
    expect((await person.press()).status).toBe(303);
    await expectWhole(t, before + 1);
    expect((await health())[1]).toBe('answers');
    reached = as('site', way.url);
    await small.stop();
    disk.remove();
  });

  test('of the embedded database: refused or saved, never half, and goes on after a restart with room', async () => {
    const disk = smallDisk(120);
    const folder = join(disk.folder, 'database');
    const embedded = await openEmbedded(folder);
    const small = await openTestApp({}, async () => embedded);
    disk.fill();
    let saved = 0;
    for (let tries = 0; tries < 50; tries += 1) {
      const { status } = await someoneEnquires().press();
      if (status === 303) saved += 1;
      else {
        expect(status).toBe(503);
        break;
      }
    }
    expect(saved).toBeLessThan(50);
    disk.empty();
    await small.close().catch(() => {});
    const again = await openEmbedded(folder);
    const restarted = await openTestApp({}, async () => again);
    expect((await someoneEnquires().press()).status).toBe(303);
    const [there] = await again.database.query<{ enquiries: number; mails: number }>(
      'SELECT (SELECT count(*)::int FROM enquiries) AS enquiries, (SELECT count(*)::int FROM messages) AS mails',
    );
    expect(there).toEqual({ enquiries: saved + 1, mails: 2 * (saved + 1) });
    await restarted.close();
    disk.remove();
  });
});
