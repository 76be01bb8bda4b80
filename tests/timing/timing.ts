import { loadavg } from 'node:os';
import { readEnvironment } from '#services/environment.ts';
import { deskApp } from '#web/desk-app.ts';
import { publicApp } from '#web/public-app.ts';
import { inWords, quantile } from '../bench/measure.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { scratchDatabase } from '../support/postgres.ts';
import { postForm, postJson } from '../support/requests.ts';
import { contextWith, openServerApp } from '../support/server-app.ts';
import { areaUnderCurve } from './area-under-curve.ts';

// Whether the time an answer takes tells a known address from an unknown one: on PostgreSQL, both ways of asking, by
// the area under the curve, where 0.5 is a guess. The median of three runs counts; the load of the machine is said.
// `npm run timing -- link` or `-- sign-in` measures one of the two; RUNS=1 one run of it, in a few minutes.

const EACH = Number(process.env['EACH'] ?? 2_000);
const RUNS = Number(process.env['RUNS'] ?? 3);
const CONNECTIONS = 10;
const [LEAST, MOST] = [0.45, 0.55];

/** The longest list of staff there can be: each asks from many connections, so that each asking sends a link. */
const STAFF = Array.from({ length: 50 }, (_, index) => `staff-${index}@example.org`);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => name !== 'link' && name !== 'sign-in');
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')} to be measured: there are link and sign-in.`);
  process.exit(1);
}

const scratch = await scratchDatabase(['fsync=off']);
if (!scratch) {
  console.error('SKIPPED: this needs PostgreSQL. Install it: apt-get install postgresql');
  process.exit(0);
}
const { app, close } = await openServerApp(scratch.url, CONNECTIONS);
app.environment = readEnvironment(
  {
    URL: app.environment.URL,
    RATE_LIMIT: '0',
    NETLIFY_DB_URL: scratch.url,
    STAFF_EMAIL: STAFF.join(','),
  },
  'local',
);

/** Asks, and returns how long the answer took in microseconds; what is done after it ends before the next begins. */
async function timed(door: typeof publicApp, request: Request, ip: string): Promise<number> {
  const after: Promise<unknown>[] = [];
  const context = { ...contextWith((promise) => void after.push(promise)), ip };
  const began = performance.now();
  const answer = await door.fetch(request, { context });
  const took = (performance.now() - began) * 1_000;
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  await answer.text();
  await Promise.all(after);
  return took;
}

const addressOf = (run: number, index: number) =>
  `2001:db8:${(run + 1).toString(16)}:${(index + 1).toString(16)}::1`;

type Asking = (run: number, index: number, isKnown: boolean) => Promise<number>;

/** The same address asked again, or another each time. */
interface Route {
  name: 'link' | 'sign-in';
  title: string;
  /** What must have been done before a run. */
  before?(run: number): Promise<void>;
  first: Asking;
  again: Asking;
}

const mailbox = (run: number, index: number, isKnown: boolean) =>
  `${isKnown ? 'known' : 'other'}-${run}-${index}@example.org`;

const linkAgain: Asking = (run, index, isKnown) =>
  timed(
    publicApp,
    postForm('/your-enquiry/', { email: mailbox(run, index, isKnown) }),
    addressOf(run, index),
  );

const staffOf = (index: number, isKnown: boolean) =>
  isKnown ? (STAFF[index % STAFF.length] ?? '') : `guess-${index % STAFF.length}@example.org`;

const signIn =
  (connection: (run: number, index: number) => string): Asking =>
  (run, index, isKnown) =>
    timed(
      deskApp,
      postForm('/desk/sign-in/', { email: staffOf(index, isKnown) }),
      connection(run, index),
    );

/** Known and unknown in turn, which of them comes first by chance. */
async function compare(run: number, ask: Asking) {
  const known: number[] = [];
  const unknown: number[] = [];
  for (let index = 0; index < EACH; index += 1) {
    const order = Math.random() < 0.5 ? [true, false] : [false, true];
    for (const isKnown of order) {
      (isKnown ? known : unknown).push(await ask(run, index, isKnown));
    }
  }
  return { area: areaUnderCurve(known, unknown), known, unknown };
}

const middle = (all: readonly number[]) =>
  quantile(
    all.toSorted((one, other) => one - other),
    0.5,
  );

/** Every known address has written to us before anybody asks. */
async function enquire(run: number): Promise<void> {
  const one = async (index: number) => {
    const enquiry = postJson('/api/enquiries', makeEnquiry({ email: mailbox(run, index, true) }));
    const answer = await publicApp.fetch(enquiry, { context: contextWith() });
    if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  };
  for (let index = 0; index < EACH; index += CONNECTIONS) {
    const some = Math.min(CONNECTIONS, EACH - index);
    await Promise.all(Array.from({ length: some }, (_, more) => one(index + more)));
  }
}

const ROUTES: readonly Route[] = [
  { name: 'link', title: 'send me my link', before: enquire, first: linkAgain, again: linkAgain },
  {
    name: 'sign-in',
    title: 'sign in',
    first: signIn(addressOf),
    again: signIn(() => '192.0.2.1'),
  },
];

const areas = new Map<string, number[]>();
for (let run = 0; run < RUNS; run += 1) {
  for (const { name, title, before, first, again } of ROUTES) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    await before?.(run);
    for (const [what, ask] of [
      ['first', first],
      ['again', again],
    ] as const) {
      const { area, known, unknown } = await compare(run, ask);
      const route = `${title}, ${what}`;
      areas.set(route, [...(areas.get(route) ?? []), area]);
      console.log(
        `run ${run + 1}  ${route.padEnd(24)} AUC ${area.toFixed(3)}  known ${inWords(middle(known))}, unknown ${inWords(middle(unknown))}`,
      );
    }
  }
}
console.log(`\n${EACH} each, median of ${RUNS}; load ${loadavg()[0]?.toFixed(1)}`);
for (const [route, all] of areas) {
  const area = middle(all);
  const isEven = area >= LEAST && area <= MOST;
  console.log(`${isEven ? 'ok  ' : 'FAIL'}  ${route.padEnd(24)} AUC ${area.toFixed(3)}`);
  if (!isEven) process.exitCode = 1;
}
await close();
await scratch.drop();
