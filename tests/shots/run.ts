import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { findChromium } from '../support/find-chromium.ts';
import { contactSheet } from './contact-sheet.ts';
import { FOLDER } from './folder.ts';

// Takes a picture of every page and every state. Words after `--` go to Playwright:
// `npm run shots -- -g "the planner"`.

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
const { status } = spawnSync(
  'playwright',
  [
    'test',
    '--config',
    'tests/shots/playwright.config.ts',
    '--reporter=list',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM: findChromium() } },
);
const pictures = readdirSync(FOLDER).filter((name) => name.endsWith('.jpg'));
writeFileSync(`${FOLDER}/index.html`, contactSheet(pictures));
console.log(`${pictures.length} pictures: ${FOLDER}/index.html`);
process.exitCode = status ?? 1;
