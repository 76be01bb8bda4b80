import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#data/client.ts';
import { DatabaseUnavailableError } from '#data/errors.ts';
import { hasPostgres, type ScratchDatabase, scratchDatabase } from '../support/postgres.ts';

// The host changes the name and the password a function reaches its database by, while the function is warm. The
// embedded database knows neither: this needs a PostgreSQL.

const isHere = hasPostgres();
if (!isHere) {
  console.warn(
    'NOT TESTED: what changed credentials do needs a PostgreSQL: apt-get install postgresql',
  );
}

describe.skipIf(!isHere)('credentials that the host changes', () => {
  let scratch: ScratchDatabase;
  let admin: Database;

  beforeAll(async () => {
    const made = await scratchDatabase();
    if (!made) throw new Error('There is no PostgreSQL.');
    scratch = made;
    admin = openDatabase(scratch.url, 1);
    for (const role of ['first', 'second']) await admin.query(`CREATE ROLE ${role} LOGIN`);
  });

  afterAll(async () => {
    for (const role of ['first', 'second']) await admin.query(`DROP ROLE ${role}`);
    await admin.close();
    await scratch.drop();
  });

  const addressOf = (role: string) => {
    const url = new URL(scratch.url);
    url.username = role;
    return url.href;
  };

  const whoAmI = (database: Database) => database.query('SELECT current_user AS who');

  test('are taken up, and until they are known the database is away and nothing is broken', async () => {
    let url = addressOf('first');
    const database = openDatabase(() => url, 2);
    expect(await whoAmI(database)).toEqual([{ who: 'first' }]);
    await admin.query('ALTER ROLE first NOLOGIN');
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'first'",
    );
    // The first finds its connection cut, the second is refused a new one.
    for (let tries = 1; tries <= 2; tries += 1) {
      await expect(whoAmI(database)).rejects.toThrow(DatabaseUnavailableError);
    }
    url = addressOf('second');
    expect(await whoAmI(database)).toEqual([{ who: 'second' }]);
    await database.close();
  });
});
