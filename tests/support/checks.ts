import { spawnSync } from 'node:child_process';

/** Everything `npm run validate` holds the code to, in the order of how fast it says no. */
const CHECKS: readonly (readonly [name: string, command: string, ...words: string[]])[] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['format of pages', 'prettier', '--check', 'content/**/*.mdx'],
  ['types', 'astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['unused code', 'knip'],
];

/** Runs every check, each to its end, and returns how many passed and failed. */
export function runChecks(): { passed: number; failed: number } {
  const outcomes = CHECKS.map(([name, command, ...words]) => {
    console.log(`\n— ${name}`);
    return spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  });
  const passed = outcomes.filter(Boolean).length;
  return { passed, failed: outcomes.length - passed };
}
