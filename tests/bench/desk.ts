import pg from 'pg';
import { transactionOver } from '#data/client.ts';
import type { App } from '#services/app.ts';
import { openSession } from '#services/desk/session.ts';
import { deskApp } from '#web/desk-app.ts';
import { scratchDatabase } from '../support/postgres.ts';
import { get } from '../support/requests.ts';
import { ask, NOW, openServerApp } from '../support/server-app.ts';
import { inWords, measure, quantile } from './measure.ts';

// The screens of the desk against 100,000 cases and 20,000 calls: 150 ms or less at the server. Ends with 1 when the
// median of one takes longer. What follows the command is the path of a screen whose plans are printed.

const CASES = 100_000;
const CALLS = 20_000;
const RUNS = 15;
const MOST_MS = 150;

const STAFF = 'staff@example.org';

/** Nine in ten are closed or rest; each was enquired about within eleven months, and answered if it is not among the newest. */
const SEED = [
  `INSERT INTO cases (id, reference, key_hash, created_at, last_contact_at, latest_act_at, settled, owner,
     enquired_at, answered_at, waits_from, waiting_since, waits_because)
   SELECT gen_random_uuid(), translate(lpad(upper(to_hex(n * 7919)), 8, 'Z'), '01', 'YX'), sha256(n::text::bytea),
     at, at, at, CASE WHEN n % 10 <> 0 THEN 'closed' ELSE 'resting' END,
     CASE n % 3 WHEN 0 THEN '${STAFF}' WHEN 1 THEN 'other@example.org' END,
     at, CASE WHEN n > 40 THEN at + n % 4000 * interval '1 minute' END,
     CASE WHEN n <= 40 THEN '-infinity'::timestamptz END, CASE WHEN n <= 40 THEN at END, CASE WHEN n <= 40 THEN 'wrote' END
   FROM generate_series(1, ${CASES}) n, LATERAL (SELECT $1::timestamptz - n * interval '4.8 minutes' AS at) t`,
  `INSERT INTO enquiries (id, case_id, organisation, name, email, phone, phone_number, interests, message, created_at, folded)
   SELECT gen_random_uuid(), id, 'Example', 'A. Person', 'person' || n || '@example.org', '01632 960 001',
     '+44163296' || lpad((n % 20000)::text, 5, '0'), '{groups}', 'Two teams.', created_at, 'example person' || n
   FROM (SELECT id, created_at, row_number() OVER (ORDER BY created_at DESC) AS n FROM cases) c`,
  `INSERT INTO person_acts (case_id, at, act) SELECT id, created_at, 'enquired' FROM cases`,
  `INSERT INTO case_acts (case_id, at, actor, act, outcome, follow_up)
   SELECT id, answered_at, '${STAFF}', 'outcome', CASE WHEN settled = 'closed' THEN 'not now' ELSE 'spoke' END,
     CASE WHEN settled <> 'closed' THEN answered_at::date + 3 END
   FROM cases WHERE answered_at IS NOT NULL`,
  `INSERT INTO audit (at, act, reference, actor)
   SELECT answered_at, 'outcome, at the desk', reference, 'abcdefgh' FROM cases WHERE answered_at IS NOT NULL`,
  `INSERT INTO bookings (id, case_id, key_hash, kind, starts_at, ends_at, name, phone, uid, stamp, created_at, cancelled_at, folded)
   SELECT gen_random_uuid(), id, sha256(('b' || id)::bytea), 'callback', at, at + interval '30 minutes', 'A. Person',
     '01632 960 001', id || '@example.org', at, at, at, 'person'
   FROM (SELECT id, (date_trunc('week', created_at) + interval '1 day 11 hours') AS at FROM cases
     ORDER BY created_at DESC LIMIT ${CALLS}) c`,
] as const;

/** Over a connection of its own: the service's end a statement long before this is done. */
async function seed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [index, statement] of SEED.entries()) {
    await client.query(statement, index === 0 ? [NOW] : []);
  }
  await client.query('VACUUM ANALYZE');
  await client.end();
}

/** Every screen whose time could depend on how much there is, by its path. */
async function screens({ database }: App): Promise<[name: string, path: string][]> {
  const [one] = await database.query<{ reference: string }>(
    'SELECT reference FROM cases ORDER BY created_at OFFSET 50000 LIMIT 1',
  );
  const path = `/desk/cases/${one?.reference}/`;
  return [
    ['today', '/desk/'],
    ['today, mine', `/desk/?owner=${STAFF}`],
    ['cases', '/desk/cases/'],
    ['cases, mine', `/desk/cases/?owner=${STAFF}`],
    ['cases, mine that are closed', `/desk/cases/?owner=${STAFF}&filter=closed`],
    ['cases, nobody’s, found', '/desk/cases/?owner=nobody&q=example'],
    ['cases of somebody who has none', '/desk/cases/?owner=left@example.org'],
    ['a case, with others of its number', path],
    ['what we hold in it', `${path}held/`],
    ['a data request by number', '/desk/data-requests/?q=01632900001'],
    ['a data request by address', '/desk/data-requests/?q=person4711@example.org'],
    ['numbers by week', '/desk/numbers/'],
    ['numbers by month', '/desk/numbers/?by=month'],
    ['audit', '/desk/audit/?day=2026-10-20'],
    ['diary', '/desk/diary/'],
    ['times', '/desk/times/'],
    ['calendars of staff', '/desk/times/calendars/'],
  ];
}

/** Prints how PostgreSQL ran each statement of a screen. */
async function showPlans(app: App, visit: () => Promise<Response>): Promise<void> {
  const { run } = app.database;
  const explained = transactionOver(async (query) => {
    const text = `EXPLAIN (ANALYZE, TIMING OFF) ${query.text}`;
    const plan = (await run({ ...query, text })) as Record<string, string>[];
    for (const [line] of plan.map(Object.values)) console.log(`  ${line}`);
    return run(query);
  });
  const { database } = app;
  app.database = { ...database, ...explained };
  await visit();
  app.database = database;
}

const scratch = await scratchDatabase();
if (scratch) {
  const { app, close } = await openServerApp(scratch.url, 4);
  await seed(scratch.url);
  const token = await app.database.transaction((tx) => openSession(app, tx, STAFF));
  const open = (path: string) => ask(deskApp, get(path, `__Host-desk=${token}`));
  for (const [name, path] of await screens(app)) {
    const { status } = await open(path);
    const times = await measure(RUNS, async () => (await open(path)).text());
    const median = quantile(times, 0.5);
    const isOver = median > MOST_MS * 1_000 || status !== 200;
    if (isOver) process.exitCode = 1;
    console.log(
      `${name.padEnd(40)} ${status}   p50 ${inWords(median).padStart(9)}   p95 ${inWords(quantile(times, 0.95)).padStart(9)}${isOver ? `   OVER ${MOST_MS} ms` : ''}`,
    );
  }
  for (const path of process.argv.slice(2)) await showPlans(app, () => open(path));
  await close();
  await scratch.drop();
} else {
  console.error(
    'SKIPPED: these figures need PostgreSQL. Set NETLIFY_DB_URL to one, or install it: apt-get install postgresql',
  );
}
