import { spawnSync } from 'node:child_process';
import { programs } from '../support/postgres.ts';

// What can happen to the database, the mail and the clock, each once, by name: `npm run faults`.

if (!programs()) {
  console.error('NOT TRIED: the faults need a PostgreSQL: apt-get install postgresql');
  process.exit(1);
}
const words = ['run', '--config', 'tests/faults/vitest.config.ts', ...process.argv.slice(2)];
process.exitCode = spawnSync('vitest', words, { stdio: 'inherit' }).status ?? 1;
