import { transactionOver } from '#data/client.ts';
import { readCasesQuery } from '#domain/desk/cases-query.ts';
import { searchable } from '#domain/search/searchable.ts';
import type { App } from '#services/app.ts';
import { listCases } from '#services/desk/list-cases.ts';
import { openUnhurried } from '../../netlify/dev/database.ts';
import { scratchDatabase } from '../support/postgres.ts';
import { seededRandom } from '../support/random.ts';
import { openServerApp } from '../support/server-app.ts';
import { inWords, measure, quantile } from './measure.ts';

// The desk's search against 100,000 cases: 50 ms or less, whatever is looked for. Ends with 1 when the median of one
// takes longer.

const CASES = 100_000;
const RUNS = 40;
const MOST_MS = 50;

const SYLLABLES = [
  'ba',
  'ne',
  'lo',
  'mi',
  'tu',
  'ra',
  'se',
  'ko',
  'vi',
  'du',
  'pa',
  'le',
  'go',
  'ni',
  'fu',
];
const random = seededRandom(13);

/** Thousands of words, the first far more often than the last, as in any language. */
const VOCABULARY = Array.from({ length: 20_000 }, () =>
  Array.from(
    { length: 2 + Math.floor(random() * 3) },
    () => SYLLABLES[Math.floor(random() * 15)],
  ).join(''),
);
const word = () => VOCABULARY[Math.floor(random() ** 4 * VOCABULARY.length)] ?? '';
const text = (words: number) => Array.from({ length: words }, word).join(' ');

/** What people wrote: 60 words, one in 50 with a word of its own, one in 10 with another, the oldest fifth and the oldest half with one each. */
const messageOf = (n: number) =>
  [
    text(60),
    n % 50 === 0 ? 'seldom' : '',
    n % 10 === 0 ? 'often' : '',
    n > CASES * 0.8 ? 'formerly' : '',
    n > CASES * 0.5 ? 'anciently' : '',
  ].join(' ');

/** Nine in ten are closed, but for the newest. */
const CASE = `INSERT INTO cases (id, reference, key_hash, created_at, last_contact_at, latest_act_at, settled)
  SELECT gen_random_uuid(), translate(lpad(upper(to_hex(n * 7919)), 8, 'Z'), '01', 'YX'), sha256(n::text::bytea),
    at, at, at, CASE WHEN n > 2000 AND n % 10 <> 0 THEN 'closed' ELSE 'resting' END
  FROM generate_series($2::int, $1::int, -1) n, LATERAL (SELECT now() - n * interval '3 minutes' AS at) t
  RETURNING id`;

const ENQUIRY = `INSERT INTO enquiries (id, case_id, organisation, name, email, phone, interests, message, created_at, phone_number, folded)
  SELECT gen_random_uuid(), id, organisation, name, email, phone, '{groups}', message, now(), phone_number, folded
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    t (id, organisation, name, email, phone, message, phone_number, folded)`;

const CALL = `INSERT INTO bookings (id, case_id, key_hash, kind, starts_at, ends_at, name, phone, uid, stamp, created_at, cancelled_at, phone_number, folded)
  SELECT gen_random_uuid(), id, sha256(('b' || id)::bytea), 'callback', '2026-11-24T10:00Z', '2026-11-24T10:30Z', name,
    phone, id || '@example.org', now(), now(), now(), phone_number, folded
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) t (id, name, phone, phone_number, folded)`;

const NOTE = `INSERT INTO case_acts (case_id, at, actor, act, words, folded)
  SELECT id, now(), 'staff@example.org', 'note', words, folded FROM unnest($1::uuid[], $2::text[], $3::text[]) t (id, words, folded)`;

const BATCH = 5_000;

const threeDigits = (n: number) => String(n % 1000).padStart(3, '0');

function enquiryOf(n: number) {
  const [organisation, name, message] = [`Example ${text(2)}`, text(2), messageOf(n)];
  const email = `person${n}@example.org`;
  const phone = `01632 960${threeDigits(n)}`;
  const found = searchable([organisation, name, email, message], phone);
  return [organisation, name, email, phone, message, found.phoneNumber ?? null, found.folded];
}

function callOf(n: number) {
  const name = text(2);
  const phone = `020 7946 0${threeDigits(n)}`;
  const found = searchable([name], phone);
  return [name, phone, found.phoneNumber ?? null, found.folded];
}

/** What staff noted: a dozen words, one of them in every note. */
function noteOf() {
  const words = `noted ${text(12)}`;
  return [words, searchable([words]).folded];
}

/** The values of rows, a list for each column. */
const columns = (rows: readonly (readonly unknown[])[]) =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));

/**
 * Cases with an enquiry each, a message of 60 words in it, a call in every third and a note in every fourth: written the oldest
 * first, with what search finds them by, as the service writes them.
 */
async function seed({ database }: App): Promise<void> {
  for (let from = CASES - BATCH + 1; from > 0; from -= BATCH) {
    const written = await database.query<{ id: string }>(CASE, [from, from + BATCH - 1]);
    const cases = written.map(({ id }, index) => ({ id, n: from + BATCH - 1 - index }));
    await database.query(ENQUIRY, [
      cases.map(({ id }) => id),
      ...columns(cases.map(({ n }) => enquiryOf(n))),
    ]);
    const third = cases.filter(({ n }) => n % 3 === 0);
    await database.query(CALL, [
      third.map(({ id }) => id),
      ...columns(third.map(({ n }) => callOf(n))),
    ]);
    const fourth = cases.filter(({ n }) => n % 4 === 0);
    await database.query(NOTE, [fourth.map(({ id }) => id), ...columns(fourth.map(noteOf))]);
  }
}

/** A page that begins next to the case that comes `behind` so many others, from the start of the list or its end. */
async function pageAt({ database }: App, way: 'after' | 'before', behind: number, end = false) {
  const order = end ? 'last_contact_at, id DESC' : 'last_contact_at DESC, id';
  const [one] = await database.query<{ place: string }>(
    `SELECT (extract(epoch FROM last_contact_at) * 1000000)::bigint || '.' || id AS place FROM cases
     ORDER BY ${order} OFFSET $1 LIMIT 1`,
    [behind],
  );
  return `${way}=${one?.place}`;
}

/** Rare words, common ones, words everybody has, parts of references, addresses and numbers; pages near and far; filters. */
const searches = async (app: App) =>
  [
    ['a rare word', `q=${VOCABULARY.at(-1)}`],
    ['two words', `q=example+${VOCABULARY[5]}`],
    ['a common word', `q=${VOCABULARY[0]}`],
    ['two letters', 'q=ba'],
    ['a word that every case has', 'q=example'],
    ['that word, 10,000 cases on', `q=example&${await pageAt(app, 'after', 10_000)}`],
    ['that word, in the middle', `q=example&${await pageAt(app, 'after', CASES / 2)}`],
    ['that word, on the last page', `q=example&${await pageAt(app, 'after', 12, true)}`],
    ['that word, a page back from there', `q=example&${await pageAt(app, 'before', 12, true)}`],
    ['that word, among those that wait', 'q=example&filter=waiting'],
    ['that word, among those in quarantine', 'q=example&filter=quarantine'],
    ['that word, among those that are closed', 'q=example&filter=closed'],
    ['a word of one in 10', 'q=often'],
    ['a word of one in 50', 'q=seldom'],
    ['that word, in the middle', `q=seldom&${await pageAt(app, 'after', CASES / 2)}`],
    ['that word, among those that are closed', 'q=seldom&filter=closed'],
    ['a word of the oldest fifth alone', 'q=formerly'],
    ['that word, among those that are closed', 'q=formerly&filter=closed'],
    ['that word, among those that wait', 'q=formerly&filter=waiting'],
    ['a word of the oldest half alone', 'q=anciently'],
    ['a word of notes', 'q=noted'],
    ['that word, among those that wait', 'q=noted&filter=waiting'],
    ['that word, in the middle', `q=noted&${await pageAt(app, 'after', CASES / 2)}`],
    ['nothing that is there', 'q=zzz'],
    ['the start of an address', 'q=person4711'],
    ['a whole address', 'q=person4711@example.org'],
    ['a number', 'q=01632+960123'],
    ['the last six digits', 'q=960123'],
    ['part of a reference', 'q=7A3'],
    ['a whole reference', 'q=ZZZ5D2YX'],
  ] as const;

const asked = (query: string) => readCasesQuery(new URLSearchParams(query));

/** Prints how PostgreSQL ran each statement of a search. */
async function showPlans(app: App, query: string): Promise<void> {
  const { run } = app.database;
  const explained = transactionOver(async (query) => {
    const text = `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) ${query.text}`;
    const plan = (await run({ ...query, text })) as Record<string, string>[];
    for (const [line] of plan.map(Object.values)) console.log(`  ${line}`);
    return run(query);
  });
  console.log(query);
  await listCases({ ...app, database: { ...app.database, ...explained } }, asked(query));
}

const scratch = await scratchDatabase();
if (scratch) {
  const { app, close } = await openServerApp(scratch.url, 4);
  const began = performance.now();
  await seed(app);
  const took = Math.round((performance.now() - began) / 1000);
  console.log(`${CASES.toLocaleString('en-GB')} cases written in ${took} s`);
  const unhurried = openUnhurried(scratch.url);
  await unhurried.query('VACUUM ANALYZE');
  await unhurried.close();
  for (const [name, query] of await searches(app)) {
    const times = await measure(RUNS, () => listCases(app, asked(query)));
    const { cases } = await listCases(app, asked(query));
    const median = quantile(times, 0.5);
    const isOver = median > MOST_MS * 1_000;
    if (isOver) process.exitCode = 1;
    console.log(
      `${name.padEnd(40)} ${String(cases.length).padStart(3)} shown   p50 ${inWords(median).padStart(9)}   p95 ${inWords(quantile(times, 0.95)).padStart(9)}${isOver ? `   OVER ${MOST_MS} ms` : ''}`,
    );
  }
  for (const query of process.argv.slice(2)) await showPlans(app, query);
  await close();
  await scratch.drop();
} else {
  console.error(
    'SKIPPED: these figures need PostgreSQL. Set NETLIFY_DB_URL to one, or install it: apt-get install postgresql',
  );
}
