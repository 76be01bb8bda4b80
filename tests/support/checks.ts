import { spawnSync } from 'node:child_process';
import { FOLDERS, isInstalled } from '../../netlify/dev/install.ts';

type Check = readonly [name: string, command: string, ...words: string[]];

/** Everything `npm run validate` holds the code to, in the order of how fast it says no. */
const CHECKS: readonly Check[] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['format of pages', 'prettier', '--check', 'content/**/*.mdx'],
  ['types', 'astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['unused code', 'knip'],
];

/** Code with packages of its own: its types can be checked once those are installed. */
const typesOf = (folder: string): Check => [`types of ${folder}`, 'tsc', '-p', folder];

/**
 * Runs every check, each to its end, and returns how many passed and failed. Says which folders with packages
 * of their own it passed over, since those are not installed.
 */
export function runChecks(): { passed: number; failed: number } {
  const passedOver = FOLDERS.filter((folder) => !isInstalled(folder));
  const installed = FOLDERS.filter(isInstalled).map(typesOf);
  const outcomes = [...CHECKS, ...installed].map(([name, command, ...words]) => {
    console.log(`\n— ${name}`);
    return spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  });
  for (const folder of passedOver)
    console.log(`\nTypes of ${folder} not checked: node netlify/dev/install.ts ${folder}`);
  const passed = outcomes.filter(Boolean).length;
  return { passed, failed: outcomes.length - passed };
}
