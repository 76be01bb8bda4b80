import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

// The browser's tests as a whole: every page and every state of every form in light and dark, wide and narrow, with the
// keyboard from top to end, and every link in every email. In `npm cit` those take turns.
// Words after `--` go to Playwright: `npm run states -- states.spec -g "the planner"`.

const { status } = spawnSync('playwright', ['test', '--reporter=list', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, STATES: 'whole', CHROMIUM: findChromium() },
});
process.exitCode = status ?? 1;
