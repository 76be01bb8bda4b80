import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadFunctions, matchFunction } from '../../netlify/dev/functions.ts';
import { inWords, quantile } from './measure.ts';

// What each function adds to a cold start: what importing its bundle takes in a fresh process over what
// an empty function takes, against a budget of 110 ms, or 160 for the desk’s. Beside it the first answer, since a function loads
// more when it is asked. Then whole journeys: how many functions they wake, and what importing all of those
// takes. It builds first; ends with 1 when something goes beyond the budget.

const FOLDER = 'build/functions';
const RUNS = Number(process.env['RUNS'] ?? 9);
/** What a visitor’s door and the schedules may take. The desk’s holds passkeys and calendars too, and is woken by few. */
const MOST = 110_000;
const MOST_OF = new Map([['desk', 160_000]]);

const mostOf = (name: string) => MOST_OF.get(name) ?? MOST;

/** The addresses a journey asks for, in order; each should wake no more than one function in all. */
const JOURNEYS: Readonly<Record<string, readonly string[]>> = {
  'a visitor books a call': [
    '/discovery-call/',
    '/api/discovery-calls',
    '/your-enquiry/key/',
    '/api/bookings/key/invite.ics',
    '/your-call/key/reschedule/',
  ],
  'a visitor plans and enquires': ['/plan/', '/enquire/', '/api/enquiries', '/your-enquiry/key/'],
  'a day at the desk': [
    '/desk/sign-in/',
    '/desk/sign-in/key/',
    '/desk/',
    '/desk/cases/',
    '/desk/cases/22222222/outcome/',
    '/desk/cases/22222222/offer/',
    '/desk/times/block/',
    '/desk/sign-out/',
  ],
};

/** Microseconds in a process of its own. */
interface Start {
  /** Importing the function, on the wall's clock: whatever else the machine does is in it. */
  wall: number;
  /** Importing it, on the processor's clock: threads that work beside it are in it. */
  processor: number;
  /** Its first answer, on the wall's clock. */
  answer: number;
}

const TIMED = `
  const context = { deploy: { context: 'production' }, ip: '192.0.2.1', waitUntil() {} };
  const request = new Request('https://www.example.org/');
  const before = process.cpuUsage();
  const started = performance.now();
  const { default: handle } = await import(process.argv[1]);
  const imported = performance.now();
  const { user, system } = process.cpuUsage(before);
  await handle(request, context).catch(() => {});
  const answered = performance.now();
  const [wall, answer] = [imported - started, answered - imported].map((ms) => ms * 1000);
  console.log(JSON.stringify({ wall, processor: user + system, answer }));
`;

/** Starts a function without settings, so that it refuses, with the page it says so on. */
function startOnce(file: string): Start {
  const words = ['--input-type=module', '--eval', TIMED, pathToFileURL(file).href];
  const said = execFileSync(process.execPath, words, { encoding: 'utf8', env: {} });
  return JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as Start;
}

/** Starts every function as often, in turns, so that whatever else the machine does befalls all. */
function startInTurn(files: readonly string[]): Map<string, Start[]> {
  const starts = new Map<string, Start[]>(files.map((file) => [file, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [file, known] of starts) known.push(startOnce(file));
  }
  return starts;
}

function medianOf(starts: readonly Start[] = []): Start {
  const of = (clock: keyof Start) =>
    quantile(
      starts.map((start) => start[clock]).sort((one, other) => one - other),
      0.5,
    );
  return { wall: of('wall'), processor: of('processor'), answer: of('answer') };
}

const scratch = mkdtempSync(join(tmpdir(), 'cold-'));
const empty = join(scratch, 'empty.mjs');
writeFileSync(empty, 'export default async () => new Response();\n');
const functions = readdirSync(FOLDER).map((name) => resolve(FOLDER, name));
const starts = startInTurn([empty, ...functions]);
rmSync(scratch, { recursive: true });

const nothing = medianOf(starts.get(empty));
const padded = (microseconds: number) => inWords(microseconds).padStart(9);
console.log(`${''.padEnd(30)} import   processor   first answer`);
for (const file of functions) {
  const { wall, processor, answer } = medianOf(starts.get(file));
  const [over, worked] = [wall - nothing.wall, processor - nothing.processor];
  const name = basename(file, '.mjs');
  const kept = Math.min(over, worked) < mostOf(name);
  if (!kept) process.exitCode = 1;
  const figures = [over, worked, answer].map(padded).join('   ');
  console.log(`${name.padEnd(27)} ${figures}   ${kept ? 'kept' : 'BROKEN'}`);
}

const known = await loadFunctions();
for (const [journey, addresses] of Object.entries(JOURNEYS)) {
  const names = addresses.map(
    (address) => matchFunction(known, `http://site${address}`)?.name ?? '',
  );
  const woken = [...new Set(names)];
  const over = woken.map((name) => {
    const { wall, processor } = medianOf(starts.get(resolve(FOLDER, `${name}.mjs`)));
    return Math.min(wall - nothing.wall, processor - nothing.processor);
  });
  const total = over.reduce((sum, each) => sum + each, 0);
  const kept = woken.length === 1 && total < Math.max(...woken.map(mostOf));
  if (!kept) process.exitCode = 1;
  console.log(
    `${journey.padEnd(30)} wakes ${woken.join(', ')}: ${inWords(total)}   ${kept ? 'kept' : 'BROKEN'}`,
  );
}
console.log(
  `Medians of ${RUNS}, the import over an empty function’s; kept when either clock says so.`,
);
