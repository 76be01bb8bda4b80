import { spawnSync } from 'node:child_process';
import { isThere, PROGRAMS } from './programs.ts';

// What the service sends, put into programs people read mail and keep calendars with. Not part of the tests
// of every change: the programs are large, and only Debian's are known here.

const missing = Object.values(PROGRAMS).filter((program) => !isThere(program));
for (const { name, packages } of missing) {
  console.log(
    `${name} is missing, and its tests are left out: apt-get install ${packages.join(' ')}`,
  );
}
const { status } = spawnSync(
  'vitest',
  ['run', '--config', 'tests/clients/vitest.config.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
for (const { name } of missing) console.log(`Not tried: ${name}`);
process.exitCode = status ?? 1;
