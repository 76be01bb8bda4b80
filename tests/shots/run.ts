import { spawnSync } from 'node:child_process';
import { buildSite } from '../../netlify/build/build.ts';
import { findChromium } from '../support/find-chromium.ts';

// Builds the site and takes a picture of every page and every state: shots/index.html.

await buildSite(process.cwd());
const { status } = spawnSync(
  'playwright',
  ['test', '--config', 'shots.config.ts', '--reporter=list', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM: findChromium() } },
);
process.exitCode = status ?? 1;
