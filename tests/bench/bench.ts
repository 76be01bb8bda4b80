import { sql } from 'drizzle-orm';
import { busyTimesQuery } from '#data/busy-times.ts';
import { availableSlots } from '#domain/slots/available-slots.ts';
import { DAY } from '#domain/time/day.ts';
import { isoDateAt } from '#domain/time/iso.ts';
import type { App } from '#services/app.ts';
import { availabilityInput } from '#services/availability/list-available-slots.ts';
import { provideApp } from '#web/http/open-app.ts';
import { type ScratchDatabase, scratchDatabase } from '../support/postgres.ts';
import { openServerApp, type ServerApp } from '../support/server-app.ts';
import { inWords, measure, measureInTurn, quantile } from './measure.ts';
import { askForSlots, measureCallbacks, measureEnquiries } from './requests.ts';
import { seed } from './seed.ts';

// Figures against the budgets: the pure function under 250 µs, a warm function's p99 under 25 ms, and
// slots at 1,000,000 bookings within 1.2 times those at 1,000.

const RUNS = 2_000;
const SIZES = [1_000, 1_000_000];

/** One size of the table, in a database of its own. */
interface Bench extends ServerApp {
  scratch: ScratchDatabase;
  size: number;
}

async function open(size: number): Promise<Bench | undefined> {
  const scratch = await scratchDatabase();
  if (!scratch) return undefined;
  const opened = await openServerApp(scratch.url, 4);
  opened.app.site.settings.calls['calls-at-once'] = 3;
  const started = performance.now();
  await seed(opened.app, size);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${size.toLocaleString('en-GB')} bookings written in ${seconds} s`);
  return { ...opened, scratch, size };
}

const readDiary = (app: App) =>
  availabilityInput(app, app.database, { kind: 'callback', to: app.now().getTime() + 42 * DAY });

const say = (name: string, times: readonly number[]) =>
  console.log(
    `${name.padEnd(52)} p50 ${inWords(quantile(times, 0.5)).padStart(8)}   p99 ${inWords(quantile(times, 0.99)).padStart(8)}`,
  );

/** Both sizes in turn, so that whatever else the machine does befalls both. */
async function compare(
  benches: readonly Bench[],
  name: string,
  act: (app: App) => unknown,
): Promise<void> {
  const turns = benches.map(({ app }) => () => {
    provideApp(app);
    return act(app);
  });
  const [few = [], many = []] = await measureInTurn(RUNS, turns);
  say(`${name}, ${benches[0]?.size.toLocaleString('en-GB')} bookings`, few);
  say(`${name}, ${benches[1]?.size.toLocaleString('en-GB')} bookings`, many);
  console.log(`  ${(quantile(many, 0.5) / quantile(few, 0.5)).toFixed(2)} times at the median`);
}

async function showPlan({ database, now }: App): Promise<void> {
  const from = now().getTime();
  const read = busyTimesQuery({ from, to: from + 42 * DAY, today: isoDateAt(from) });
  const rows = await database.execute<{ 'QUERY PLAN': string }>(
    sql`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) ${read}`,
  );
  for (const row of rows) console.log(`  ${row['QUERY PLAN']}`);
}

const benches: Bench[] = [];
for (const size of SIZES) {
  const bench = await open(size);
  if (bench) benches.push(bench);
}
const [few, many] = benches;
if (few && many) {
  const diary = await readDiary(few.app);
  console.log(`Each has ${diary.bookings.length} of them in the 42 days ahead.\n`);
  say('the pure function, 42 days', await measure(RUNS, () => availableSlots(diary)));
  await compare(benches, 'reading the diary', readDiary);
  await compare(benches, 'GET /api/slots', askForSlots);
  await showPlan(many.app);
  provideApp(many.app);
  many.app.site.settings.calls['calls-at-once'] = 20;
  say('POST /api/enquiries', await measureEnquiries());
  say('POST /api/callbacks', await measureCallbacks());
} else {
  console.error(
    'SKIPPED: these figures need PostgreSQL. Set NETLIFY_DB_URL to one, or install it: apt-get install postgresql',
  );
}
for (const { close, scratch } of benches) {
  await close();
  await scratch.drop();
}
