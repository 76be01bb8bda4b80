import { spawnSync } from 'node:child_process';

// Goes through the same journeys in Firefox and WebKitGTK, the latter with scripts and
// without. Not part of the tests of every change: the engines are large, and only Debian's are known here.

const { status } = spawnSync(
  'playwright',
  [
    'test',
    '--config',
    'tests/engines/playwright.config.ts',
    '--reporter=list',
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
