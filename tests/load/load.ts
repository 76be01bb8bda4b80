import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Database, openDatabase } from '#data/client.ts';
import { inWords, quantile } from '../bench/measure.ts';
import { run } from '../crash/process.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { scratchDatabase } from '../support/postgres.ts';
import { type Act, load, type Tally } from './connections.ts';

// Readers and enquirers at once against `npm start` on a PostgreSQL, its mailbox a process of its own, and what memory
// the server holds meanwhile. It builds first. `-- 10 100 1000` are the connections, SECONDS how long each; the
// same number again shows whether memory goes on growing.
// Ends with 1 when an answer is missing or wrong, or an enquiry that was answered 201 is not there once.

const PORT = Number(process.env['PORT'] ?? 8886);
const SECONDS = Number(process.env['SECONDS'] ?? 60);
const STEPS = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 100, 1_000];

const references: string[] = [];

const read = (name: string, share: number, path: string): Act => ({
  name,
  share,
  expects: 200,
  make: () => ({ path }),
});

const ACTS: readonly Act[] = [
  read('a page to read', 40, '/how-a-group-works/'),
  read('times, as JSON', 20, '/api/slots?kind=callback'),
  read('times, as a page', 20, '/callback/'),
  {
    name: 'an enquiry',
    share: 20,
    expects: 201,
    make: (nth) => ({
      path: '/api/enquiries',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        makeEnquiry({ email: `person-${nth}-${references.length}@example.org` }),
      ),
    }),
    heard: (body) => references.push((JSON.parse(body) as { reference: string }).reference),
  },
];

const scratch = await scratchDatabase();
if (!scratch) {
  console.error('NOT MEASURED: load needs a PostgreSQL: apt-get install postgresql');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'load-'));
const mailbox = await run(
  'netlify/dev/mailbox/main.ts',
  [],
  { PORT: String(PORT + 1) },
  { ready: 'Mailbox' },
);
const server = await run(
  'netlify/dev/start.ts',
  ['--built'],
  {
    PORT: String(PORT),
    DATA: folder,
    RATE_LIMIT: '0',
    RESEND_BASE_URL: `http://127.0.0.1:${PORT + 1}`,
    MAIL_PER_SECOND: '1000',
    NETLIFY_DB_URL: scratch.url,
  },
  { ready: 'Ready' },
);

/** What memory the server holds, in megabytes (Linux tells). */
const megabytes = () =>
  Math.round(
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) /
      1024,
  );

/** How often the table shows it. */
const EVERY_S = 10;
const AFTER_S = 5;

const held: number[] = [];
const watching = setInterval(() => held.push(megabytes()), 1_000);

function say(connections: number, tallies: ReadonlyMap<string, Tally>): number {
  let errors = 0;
  for (const [name, { times, errors: wrong }] of tallies) {
    const sorted = times.toSorted((one, other) => one - other);
    const at = (share: number) => inWords(quantile(sorted, share) * 1000).padStart(9);
    const wrongs = [...wrong].map(([error, count]) => `${count} × ${error}`).join(', ');
    errors += [...wrong.values()].reduce((sum, count) => sum + count, 0);
    console.log(
      `${String(connections).padStart(5)}  ${name.padEnd(18)} ${String(Math.round(times.length / SECONDS)).padStart(5)}/s  p50 ${at(0.5)}  p99 ${at(0.99)}  ${wrongs || 'no errors'}`,
    );
  }
  return errors;
}

/** How many bytes the database takes. */
async function databaseSize(database: Database): Promise<number> {
  const [size] = await database.query<{ bytes: number }>(
    'SELECT pg_database_size(current_database())::float8 AS bytes',
  );
  return size?.bytes ?? 0;
}

const before = openDatabase(scratch.url, 1);
const sizeBefore = await databaseSize(before);
await before.close();

/** How many enquiries that were answered 201 are not there; none is there twice. */
async function missing(): Promise<number> {
  const database = openDatabase(scratch?.url ?? '', 1);
  const rows = await database.query<{ reference: string }>(
    'SELECT c.reference FROM cases c JOIN enquiries e ON e.case_id = c.id',
  );
  const grown = ((await databaseSize(database)) - sizeBefore) / rows.length / 1024;
  const [mail] = await database.query<{ waits: number; all: number }>(
    'SELECT count(next_attempt_at)::int AS waits, count(*)::int AS all FROM messages',
  );
  await database.close();
  console.log(
    `the database grew by ${grown.toFixed(1)} kB for each case; of ${mail?.all} mails ${mail?.waits} are still to go`,
  );
  const there = rows.map(({ reference }) => reference);
  assert.equal(new Set(there).size, there.length);
  const kept = new Set(there);
  return references.filter((reference) => !kept.has(reference)).length;
}

console.log(`${SECONDS} s each; memory before: ${megabytes()} MB`);
let errors = 0;
for (const connections of STEPS) {
  held.length = 0;
  const tallies = await load(PORT, ACTS, { connections, seconds: SECONDS });
  errors += say(connections, tallies);
  const overTime = held.filter((_, second) => second % EVERY_S === 0).join(', ');
  const most = Math.max(...held);
  await wait(AFTER_S * 1000);
  console.log(
    `       memory, every ${EVERY_S} s: ${overTime} MB; ${most} at most, ${megabytes()} ${AFTER_S} s after`,
  );
}
clearInterval(watching);
const lost = await missing();
const twice = references.length - new Set(references).size;
console.log(
  `${references.length} enquiries answered 201: ${lost} missing, ${twice} twice; ${errors} errors`,
);
await server.kill('SIGTERM');
await mailbox.kill('SIGTERM');
await scratch.drop();
rmSync(folder, { recursive: true, force: true });
process.exitCode = errors + lost + twice === 0 ? 0 : 1;
