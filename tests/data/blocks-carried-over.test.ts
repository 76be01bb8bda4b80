import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NetlifyDB } from '@netlify/database-dev';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '#data/client.ts';
import { narrowingsFrom } from '#data/narrowing-repository.ts';
import { openTimes } from '#domain/hours/open-times.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { makeHours, NAMED_BANK_HOLIDAYS } from '../support/line.ts';

// A block was a stretch of instants; since 0012_narrowings.sql it is days and hours of London's clock. What staff had
// blocked before has to stay blocked, at the same minutes.

const MIGRATIONS = join(import.meta.dirname, '../../netlify/database/migrations');

/** The old table as staff had filled it: the stretch, and why. */
const BLOCKS: readonly (readonly [from: string, to: string, why: string | null])[] = [
  ['2026-12-01T00:00Z', '2026-12-02T00:00Z', null],
  ['2026-12-02T13:00Z', '2026-12-02T17:00Z', 'Training'],
  ['2026-12-03T09:00Z', '2026-12-03T18:00Z', 'All our hours'],
  ['2027-06-30T23:00Z', '2027-07-01T23:00Z', 'All of a day in summer'],
  ['2027-07-02T08:00Z', '2027-07-02T09:30Z', 'The first hours of one'],
  ['2027-07-05T16:15Z', '2027-07-05T17:00Z', 'The last minutes of one'],
];

let folder: string;
let embedded: NetlifyDB;
let database: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  for (const file of readdirSync(MIGRATIONS).filter((name) => name < '0012')) {
    cpSync(join(MIGRATIONS, file), join(folder, file));
  }
  embedded = new NetlifyDB({ logger: () => {} });
  const url = await embedded.start();
  await embedded.applyMigrations(folder);
  database = openDatabase(url, 1);
});

afterEach(async () => {
  await database.close();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('what was blocked before stays blocked, to the minute, and says why', async () => {
  for (const [index, [from, to, why]] of BLOCKS.entries()) {
    await database.query(
      'INSERT INTO blocks (id, starts_at, ends_at, why, created_at) VALUES ($1, $2, $3, $4, $2)',
      [`00000000-0000-4000-8000-00000000000${index}`, from, to, why],
    );
  }
  await embedded.applyMigrations(MIGRATIONS);
  const set = await narrowingsFrom(database, '2026-11-24');
  expect(set.map(({ kind }) => kind)).toEqual(BLOCKS.map(() => 'block'));
  const days = { first: dayFromIso('2026-11-24') ?? 0, last: dayFromIso('2027-12-31') ?? 0 };
  const { blocks } = openTimes(
    { hours: makeHours(), bankHolidays: NAMED_BANK_HOLIDAYS },
    set,
    days,
  );
  expect(blocks.map(({ start, end, why = null }) => [start, end, why])).toEqual(
    BLOCKS.map(([from, to, why]) => [Date.parse(from), Date.parse(to), why]),
  );
  const [gone] = await database.query<{ gone: boolean }>(
    "SELECT to_regclass('blocks') IS NULL AS gone",
  );
  expect(gone).toEqual({ gone: true });
});
