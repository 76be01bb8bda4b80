import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

// Looks at every page and every state of every form in every way there is: `npm cit` lets widths take turns.
// Words after `--` go to Playwright: `npm run states -- -g "the planner"`.

const { status } = spawnSync(
  'playwright',
  ['test', 'states.spec', '--no-deps', '--reporter=list', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, STATES: 'whole', CHROMIUM: findChromium() } },
);
process.exitCode = status ?? 1;
