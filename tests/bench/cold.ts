import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inWords, quantile } from './measure.ts';

// What each function adds to a cold start: what importing its bundle takes in a fresh process over what
// an empty function takes, against a budget of 60 ms. Beside it the first answer, since a function loads
// more when it is asked. Needs `npm run build`; ends with 1 when a function goes beyond the budget.

const FOLDER = 'build/functions';
const RUNS = Number(process.env['RUNS'] ?? 9);
const MOST = 60_000;

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
  const context = { deploy: { context: 'production' }, ip: '192.0.2.1', params: {}, waitUntil() {} };
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
  const kept = Math.min(over, worked) < MOST;
  if (!kept) process.exitCode = 1;
  const figures = [over, worked, answer].map(padded).join('   ');
  console.log(`${basename(file, '.mjs').padEnd(27)} ${figures}   ${kept ? 'kept' : 'BROKEN'}`);
}
console.log(
  `Medians of ${RUNS}, the import over an empty function’s; kept when either clock says so.`,
);
