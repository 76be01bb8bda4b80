import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyMigrations } from '@netlify/database-dev';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#data/client.ts';
import { readCasesQuery } from '#domain/desk/cases-query.ts';
import { listCases } from '#services/desk/list-cases.ts';
import { type Server, startPostgres } from '../support/postgres.ts';
import { openServerApp } from '../support/server-app.ts';

// From each version that was ever live, with somebody's enquiry, call and mail in place, to this one.

const FOLDER = join(import.meta.dirname, '../../netlify/database/migrations');
const VERSIONS = readdirSync(FOLDER)
  .filter((file) => /^\d{4}_/.test(file) && file >= '0002')
  .map((file) => file.slice(0, -'.sql'.length))
  .sort();

const CASE = '11111111-1111-4111-8111-111111111111';

/** What a version since bookings came may hold. */
const dataAt = (version: string) => `
  INSERT INTO cases (id, reference, key_hash, created_at, last_contact_at${version < '0005' ? '' : ', latest_act_at'})
    VALUES ('${CASE}', 'ABCDEFGH', sha256('1'), '2026-11-20T10:00Z', '2026-11-20T10:00Z'${version < '0005' ? '' : ", '2026-11-20T10:00Z'"});
  INSERT INTO enquiries (id, case_id, organisation, name, email, phone, interests, message, created_at)
    VALUES (gen_random_uuid(), '${CASE}', 'Example Council', 'A. Person', 'person@example.org', '01632 960 001',
      ARRAY['groups'], 'Words that were written', '2026-11-20T10:00Z');
  INSERT INTO bookings (id, case_id, key_hash, kind, starts_at, ends_at, line, during, name, phone, uid, stamp, created_at)
    VALUES (gen_random_uuid(), '${CASE}', sha256('2'), 'callback', '2026-12-01T10:00Z', '2026-12-01T10:30Z', 1,
      tstzrange('2026-12-01T10:00Z', '2026-12-01T10:30Z'), 'A. Person', '01632 960 001', 'uid', now(), now());
  INSERT INTO messages (id, case_id, kind, audience, payload, created_at, next_attempt_at)
    VALUES (gen_random_uuid(), '${CASE}', 'acknowledgement', 'enquirer', '{"to":["person@example.org"],"subject":"Kept"}',
      '2026-11-20T10:00Z', '2026-11-20T10:00Z')`;

let server: Server;
let admin: Database;

beforeAll(async () => {
  const started = await startPostgres(['fsync=off']);
  if (!started) throw new Error('There is no PostgreSQL.');
  server = started;
  admin = openDatabase(server.url, 1);
});

afterAll(async () => {
  await admin.close();
  await server.stop();
});

async function databaseAt(version: string): Promise<string> {
  const name = `from_${version.slice(0, 4)}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const database = openDatabase(url, 1);
  const over = ({ query }: Pick<Database, 'query'>) => ({
    exec: (sql: string) => query(sql),
    query: async <Row>(sql: string, values: readonly unknown[] = []) => ({
      rows: await query<Row>(sql, values),
    }),
  });
  await applyMigrations(
    { ...over(database), transaction: (work) => database.transaction((tx) => work(over(tx))) },
    FOLDER,
    version,
  );
  await database.query(dataAt(version));
  await database.close();
  return url;
}

test.each(VERSIONS)('from %s: nothing is lost, and the desk finds who wrote', async (version) => {
  const url = await databaseAt(version);
  const { app, close } = await openServerApp(url, 2);
  const [kept] = await app.database.query(
    `SELECT e.name, e.message, b.starts_at, m.payload ->> 'subject' AS subject, m.next_attempt_at IS NOT NULL AS waits
     FROM cases c JOIN enquiries e ON e.case_id = c.id JOIN bookings b ON b.case_id = c.id
     JOIN messages m ON m.case_id = c.id`,
  );
  expect(kept).toEqual({
    name: 'A. Person',
    message: 'Words that were written',
    starts_at: new Date('2026-12-01T10:00Z'),
    subject: 'Kept',
    waits: true,
  });
  for (const q of ['person', '960 001', 'written']) {
    const { cases } = await listCases(app, readCasesQuery(new URLSearchParams({ q })));
    expect(cases.map(({ reference }) => reference)).toEqual(['ABCDEFGH']);
  }
  await close();
});
