import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copySite } from '../support/copied-site.ts';
import { seededRandom } from '../support/random.ts';
import { cutTheDatabase } from './cuts.ts';
import { type CrashRun, killTheServer } from './kills.ts';

// Everything is tried, or with `--only=kills` or `--only=cuts` one of the two; SEED=… brings the same chances again.

const PARTS = { kills: killTheServer, cuts: cutTheDatabase };
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);

async function attempt(part: (crash: CrashRun) => Promise<string[]>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const crash = { seed, random: seededRandom(seed), folder };
  return part(crash).finally(() => rmSync(folder, { recursive: true, force: true }));
}

console.log(`Seed ${seed}`);
// A crowd from one connection needs room: the servers run in a copy of this checkout, with the tests’ own settings.
const copy = copySite();
process.chdir(copy.root);
execFileSync(process.execPath, ['netlify/build/build.ts'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
const count = { passed: 0, failed: 0 };
for (const [name, part] of Object.entries(PARTS)) {
  if (only !== undefined && only !== name) continue;
  const faults = await attempt(part);
  for (const fault of faults) console.error(`  ${name}: ${fault}`);
  count[faults.length === 0 ? 'passed' : 'failed'] += 1;
}
process.chdir(tmpdir());
copy.remove();
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1;
