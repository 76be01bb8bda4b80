import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { FOLDERS, isInstalled } from '../../netlify/dev/install.ts';

type Check = readonly [name: string, ...command: string[]];

/** Everything `npm run validate` holds the code to, those that take longest first, so that they end together. */
const CHECKS: readonly Check[] = [
  ['types', 'astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['unused code', 'knip'],
  ['what we are made of', 'node', 'tests/supply/supply.ts'],
];

/** What TypeScript found out is kept, so that it looks again only at what has changed since. */
const KEPT = 'node_modules/.cache/types';

/** Code with packages of its own: its types can be checked once those are installed. */
const typesOf = (folder: string): Check => [
  `types of ${folder}`,
  ...['tsc', '-p', folder, '--incremental'],
  ...['--tsBuildInfoFile', `${KEPT}/${folder.replaceAll('/', '-')}.tsbuildinfo`],
];

/** Runs a check to its end, prints what it said under its name, and returns whether it passed. */
async function passes([name, command = '', ...words]: Check): Promise<boolean> {
  const said: Buffer[] = [];
  const running = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const output of [running.stdout, running.stderr]) {
    output.on('data', (chunk: Buffer) => said.push(chunk));
  }
  const [status] = await once(running, 'close');
  console.log(`\n— ${name}`);
  process.stdout.write(Buffer.concat(said));
  return status === 0;
}

/**
 * Runs every check, each to its end and as many at once as there are cores, and returns how many passed and failed.
 * Says which folders with packages of their own it passed over, since those are not installed.
 */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const passedOver = FOLDERS.filter((folder) => !isInstalled(folder));
  const installed = FOLDERS.filter(isInstalled).map(typesOf);
  const left = [...CHECKS, ...installed];
  const outcomes: boolean[] = [];
  const runner = async () => {
    for (let next = left.shift(); next; next = left.shift()) outcomes.push(await passes(next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, runner));
  for (const folder of passedOver)
    console.log(`\nTypes of ${folder} not checked: node netlify/dev/install.ts ${folder}`);
  const passed = outcomes.filter(Boolean).length;
  return { passed, failed: outcomes.length - passed };
}
