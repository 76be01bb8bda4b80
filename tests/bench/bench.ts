import { offeredSlots } from '#domain/slots/offered.ts';
import { DAY } from '#domain/time/day.ts';
import { diaryUntil } from '../../netlify/lib/bookings/free-times.ts';
import { HELD_QUERY } from '../../netlify/lib/bookings/held.ts';
import { scratchDatabase } from '../support/postgres.ts';
import { openServerApp } from '../support/server-app.ts';
import { inWords, measure, quantile } from './measure.ts';
import { askForSlots, measureCallbacks, measureEnquiries } from './requests.ts';
import { seed } from './seed.ts';

// Figures against the budgets: the pure function under 250 µs, a warm function's p99 under 25 ms, and
// slots at 1,000,000 bookings within 1.2 times those at 1,000.

const RUNS = 1_000;

const scratch = await scratchDatabase();
if (!scratch) {
  console.error(
    'SKIPPED: these figures need PostgreSQL. Set NETLIFY_DB_URL to one, or install it: apt-get install postgresql',
  );
  process.exit(0);
}
const { app, close } = await openServerApp(scratch.url, 4);
app.site.settings.calls['calls-at-once'] = 3;

const say = (name: string, times: readonly number[]) =>
  console.log(
    `${name.padEnd(44)} p50 ${inWords(quantile(times, 0.5)).padStart(8)}   p99 ${inWords(quantile(times, 0.99)).padStart(8)}`,
  );

/** The pure function, the query alone and the whole route, at one size of the table. */
async function measureSlots() {
  const to = app.now().getTime() + 42 * DAY;
  const diary = await diaryUntil(app, app.database, { kind: 'callback', to });
  const pure = await measure(RUNS, () => offeredSlots(diary));
  const query = await measure(RUNS, () => diaryUntil(app, app.database, { kind: 'callback', to }));
  const route = await measure(RUNS, askForSlots);
  return { bookings: diary.bookings.length, pure, query, route };
}

async function showPlan(): Promise<void> {
  const from = app.now();
  const rows = await app.database.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) ${HELD_QUERY}`,
    [from, new Date(from.getTime() + 42 * DAY), null],
  );
  for (const row of rows) console.log(`    ${row['QUERY PLAN']}`);
}

const medians: number[] = [];
for (const total of [1_000, 1_000_000]) {
  const started = performance.now();
  await seed(app, total);
  const seconds = Math.round((performance.now() - started) / 1000);
  const { bookings, pure, query, route } = await measureSlots();
  medians.push(quantile(route, 0.5));
  console.log(
    `\n${total.toLocaleString('en-GB')} bookings, ${bookings} of them ahead (filled in ${seconds} s)`,
  );
  say('pure function, slots for 42 days', pure);
  say('reading the diary', query);
  say('GET /api/slots?kind=callback', route);
  await showPlan();
}
const [few = Number.NaN, many = Number.NaN] = medians;
console.log(`\nslots at 1,000,000 against 1,000 bookings: ${(many / few).toFixed(2)} times\n`);
app.site.settings.calls['calls-at-once'] = 20;
say('POST /api/enquiries', await measureEnquiries());
say('POST /api/callbacks', await measureCallbacks());
await close();
await scratch.drop();
