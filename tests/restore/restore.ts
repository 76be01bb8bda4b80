import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#data/client.ts';
import { openServer } from '../../netlify/dev/database.ts';
import { openTestApp } from '../support/app.ts';
import { bookCallback, booked, keyIn } from '../support/bookings.ts';
import { eraseAndSearch } from '../support/erase-person.ts';
import { tablesWith } from '../support/full-text.ts';
import { makeCallback } from '../support/make-call.ts';
import { OTHER, PERSON, TRACES, writePerson } from '../support/person.ts';
import { programs, scratchDatabase } from '../support/postgres.ts';
import { startService } from './service.ts';

// Tries docs/backup-and-restore.md: a database is dumped, somebody is erased from it, the dump is restored
// into an empty one and put right, and the built service runs on that.

const folder = mkdtempSync(join(tmpdir(), 'restore-'));
const dump = join(folder, 'backup.dump');
const erasures = join(folder, 'erased.txt');

const program = (name: string, words: readonly string[]) =>
  execFileSync(join(programs() ?? '', name), words, { encoding: 'utf8', maxBuffer: 2 ** 28 });

const privacy = (url: string, words: readonly string[]) =>
  execFileSync(process.execPath, ['netlify/dev/privacy.ts', ...words], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', NETLIFY_DB_URL: url, CLOCK: '2026-11-25T11:00:00Z' },
  });

const done = (what: string) => console.log(`ok    ${what}`);

/** A database in use, backed up while mail is enqueued; then somebody is erased from it. */
async function backUpAndErase(url: string) {
  const t = await openTestApp({}, () => openServer(url, 4));
  const written = await writePerson(t);
  const [other] = await t.app.database.query<{ id: string; email: string }>(
    'SELECT c.id, e.email FROM cases c JOIN enquiries e ON e.case_id = c.id WHERE reference = $1',
    [written.other],
  );
  assert.equal(other?.email, OTHER.email);
  const link = t.mailbox.messages
    .filter(({ email }) => email.to.includes(OTHER.email))
    .map(({ email }) => /\S+\/your-enquiry\/[\w-]{43}\//.exec(email.text ?? '')?.[0])
    .find(Boolean);
  assert.ok(link);
  const call = makeCallback({ ...OTHER, start: '2026-11-30T10:00:00+00:00', case: keyIn(link) });
  await booked(await bookCallback(call));
  program('pg_dump', ['--format=custom', `--file=${dump}`, url]);
  done('a database in use, with mail owed, is dumped');

  await eraseAndSearch(t, written);
  const left = program('pg_dump', ['--format=plain', url]);
  assert.ok(left.includes(written.other));
  assert.doesNotMatch(left, TRACES);
  done('somebody is erased: a search of a whole dump of the database finds nothing of them');
  await t.close();
  writeFileSync(erasures, privacy(url, ['erased', '--since', '2026-11-24T00:00:00Z']));
  assert.doesNotMatch(readFileSync(erasures, 'utf8'), TRACES);
  return { ...written, path: new URL(link).pathname };
}

async function restoreAndPutRight(url: string) {
  program('pg_restore', ['--no-owner', '--exit-on-error', `--dbname=${url}`, dump]);
  const database = openDatabase(url, 1);
  assert.ok((await tablesWith(database, TRACES)).length > 2);
  done('the dump is restored into an empty database, and brings them back');
  console.log(
    privacy(url, ['after-restore', '--erased', erasures]).replace(/^/gm, '      ').trimEnd(),
  );
  assert.deepEqual(await tablesWith(database, TRACES), []);
  done('put right, it holds nothing of them');
  await database.close();
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 3_000));

async function runOn(url: string, { path, own }: { path: string; own: readonly string[] }) {
  for (const start of ['first', 'second'] as const) {
    const service = await startService(url, '2026-11-25T11:00:00Z');
    try {
      await settled();
      const health = await fetch(`${service.site}/api/health`);
      assert.equal(health.status, 200, await health.text());
      const page = await (await fetch(service.site + path)).text();
      assert.ok(page.includes('Words that stay'));
      assert.doesNotMatch(page, TRACES);
      const mail = await service.mailTo(OTHER.email);
      assert.equal(mail.length, start === 'first' ? 1 : 0, mail.join('; '));
      assert.deepEqual(await service.mailTo(PERSON.email), []);
    } finally {
      await service.stop();
    }
  }
  const database = openDatabase(url, 1);
  const waiting = await database.query('SELECT FROM messages WHERE next_attempt_at IS NOT NULL');
  const back = await database.query('SELECT FROM cases WHERE reference = ANY ($1)', [own]);
  assert.deepEqual([waiting.length, back.length], [0, 0]);
  await database.close();
  done(
    'the service runs on it: healthy, links still open, owed mail goes out, once, and only theirs',
  );
}

const source = await scratchDatabase(['fsync=off']);
const target = await scratchDatabase(['fsync=off']);
if (!source || !target || !programs()) {
  console.error('SKIPPED: this needs PostgreSQL and its programs: apt-get install postgresql');
  process.exit(0);
}
try {
  const written = await backUpAndErase(source.url);
  await restoreAndPutRight(target.url);
  await runOn(target.url, written);
} finally {
  await source.drop();
  await target.drop();
  rmSync(folder, { recursive: true, force: true });
}
