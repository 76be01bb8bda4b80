import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#data/client.ts';
import { openServer } from '../../netlify/dev/database.ts';
import { ChangedMigrationError, migrateUnchanged } from '../../netlify/dev/migrate.ts';
import { testApp } from '../support/app.ts';
import { cuttable } from '../support/cuttable.ts';
import { hasPostgres, type ScratchDatabase, scratchDatabase } from '../support/postgres.ts';

const t = testApp();

const SOME = '0001_cases.sql';
const note = (sha256: string) =>
  t.app.database.query('UPDATE this_machine.applied_migrations SET sha256 = $1 WHERE file = $2', [
    sha256,
    SOME,
  ]);

test('a migration that changed by a byte after it was applied is refused, and nothing is applied', async () => {
  const applied: string[] = [];
  const migrate = () => migrateUnchanged(t.app.database, async (folder) => applied.push(folder));
  await migrate();
  expect(applied).toHaveLength(1);
  const [was] = await t.app.database.query<{ sha256: string }>(
    'SELECT sha256 FROM this_machine.applied_migrations WHERE file = $1',
    [SOME],
  );
  await note('0'.repeat(64));
  await expect(migrate()).rejects.toThrow(ChangedMigrationError);
  await expect(migrate()).rejects.toThrow(SOME);
  await note(was?.sha256 ?? '');
  expect(applied).toHaveLength(1);
});

const isHere = hasPostgres();
if (!isHere) {
  console.warn('NOT TESTED: two starts at once need a PostgreSQL: apt-get install postgresql');
}

describe.skipIf(!isHere)('a server', () => {
  let scratch: ScratchDatabase;

  beforeAll(async () => {
    const made = await scratchDatabase(['fsync=off']);
    if (!made) throw new Error('There is no PostgreSQL.');
    scratch = made;
  });
  afterAll(() => scratch.drop());

  test('that several begin to use at once is migrated once, and all of them go on', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => openServer(scratch.url, 1)));
    const [first] = opened;
    const applied = await first?.database.query<{ names: number; files: number }>(`
      SELECT (SELECT count(*)::int FROM netlify.migrations) AS names,
        (SELECT count(*)::int FROM this_machine.applied_migrations) AS files`);
    expect(applied?.[0]?.names).toBe(applied?.[0]?.files);
    expect(applied?.[0]?.names).toBeGreaterThan(10);
    for (const one of opened) await one.close();
  });

  test('ends the transaction of a function it hears no more of, and what that had locked is free', async () => {
    const way = await cuttable(scratch.url);
    const limits = { connection: 1_000, query: 300, transaction: 600 };
    const silent = openDatabase(way.url, 1, limits);
    const other = openDatabase(scratch.url, 1);
    await other.query('CREATE TABLE kept AS SELECT 1 AS one');
    const lost = silent.transaction(async (tx) => {
      await tx.query('UPDATE kept SET one = 2');
      way.cut('silent');
      await tx.query('SELECT 1');
    });
    await expect(lost).rejects.toThrow(/timeout/i);
    await other.query('UPDATE kept SET one = one + 10');
    expect(await other.query('SELECT one FROM kept')).toEqual([{ one: 11 }]);
    await silent.close();
    way.close();
    await other.close();
  });
});
