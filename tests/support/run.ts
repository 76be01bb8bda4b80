import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../netlify/build/build.ts';
import { EDITOR } from '../../netlify/dev/install.ts';
import { PREPARE_SITE } from '../e2e/site.ts';
import { runChecks } from './checks.ts';
import { chromiumVersion, findChromium } from './find-chromium.ts';

/** What a runner came to. A runner that died before it could say counts as one failure. */
interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const RESULTS = 'test-results';
const DIED: Count = { passed: 0, failed: 1, skipped: 0 };

function run(command: string, words: readonly string[], env: NodeJS.ProcessEnv): boolean {
  const { status } = spawnSync(command, words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function count(file: string, ended: boolean, read: (report: never) => Count): Count {
  try {
    const counted = read(JSON.parse(readFileSync(file, 'utf8')) as never);
    const diedUnseen = !ended && counted.failed === 0;
    return diedUnseen || counted.passed === 0
      ? { ...counted, failed: counted.failed + 1 }
      : counted;
  } catch {
    return DIED;
  }
}

/** What depends on locks, constraints and lost answers: gone through on the embedded database too, which `npm start` has. */
const ON_EMBEDDED = [
  'tests/data/bookings-table',
  'tests/web/bookings-again',
  'tests/web/bookings-taken',
  'tests/web/delivery.test',
  'tests/web/enquiry-joins',
];

function runVitest(
  name: string,
  files: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Count {
  const file = join(RESULTS, `${name}.json`);
  const ended = run(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...files],
    env,
  );
  return count(
    file,
    ended,
    (report: { numPassedTests: number; numFailedTests: number; numPendingTests: number }) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests,
    }),
  );
}

function runPlaywright(chromium: string, prepared: boolean): Count {
  const file = join(RESULTS, 'playwright.json');
  const ended = run('playwright', ['test', '--reporter=list,json'], {
    CHROMIUM: chromium,
    ...(prepared && { E2E_SITE: 'prepared' }),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  return count(
    file,
    ended,
    ({
      stats,
    }: {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
  );
}

/** Runs beside what else is done, and returns whether it came to a good end. */
async function runBeside(command: string, words: readonly string[]): Promise<boolean> {
  const [status] = await once(
    spawn(command, words, { stdio: ['ignore', 'inherit', 'inherit'] }),
    'close',
  );
  return status === 0;
}

/** Installs what the editor needs, which waits for network and disk. Its tests fail without, and are counted. */
const installEditor = () => runBeside('node', ['netlify/dev/install.ts', EDITOR]);

/** Builds the site that the browser is to visit. If it cannot be built, the browser's tests try again, and say why. */
const prepareVisited = () => runBeside('sh', ['-c', PREPARE_SITE]);

/** Builds the site, runs every check and every test, and ends with the count, from the runners themselves. */
async function main(): Promise<void> {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS);
  const chromium = findChromium();
  console.log(`Node ${process.version}, ${chromiumVersion(chromium)}`);
  // Each build keeps one core busy.
  const [prepared] = await Promise.all([
    prepareVisited(),
    installEditor(),
    buildSite(process.cwd()),
  ]);
  const checked = { ...(await runChecks()), skipped: 0 };
  const counts = [
    checked,
    runVitest('vitest'),
    runVitest('vitest-embedded', ON_EMBEDDED, { TEST_DATABASE: 'embedded' }),
    runPlaywright(chromium, prepared),
  ];
  const total = (of: keyof Count) => counts.reduce((sum, one) => sum + one[of], 0);
  if (total('skipped') > 0)
    console.log(`${total('skipped')} skipped: their output above says why.`);
  console.log('In short form: a browser’s tests (whole: npm run states), properties, walks.');
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') === 0 ? 0 : 1;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
