import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// What only some commands need is not installed with everything else. Each such command has a folder with a
// package.json and a lockfile of its own, and in front of it `node netlify/dev/install.ts <folder>`.

/** The editor's folder, which the tests install as well. */
export const EDITOR = 'netlify/edit';

/** Every folder with packages of its own. */
export const FOLDERS = [EDITOR, 'tests/audit', 'tests/engines', 'tests/host'] as const;

interface Manifest {
  readonly description: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Without network npm would try again for more than a minute. */
const SOON = ['--fetch-retries=1', '--fetch-retry-mintimeout=2000'];

/** Written once an installation has ended well, with the name of the lockfile it was made from. */
const stampOf = (folder: string) => join(folder, 'node_modules', '.installed-from');

const lockOf = (folder: string) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');

/** Whether the packages of `folder` are there, as its lockfile has them now. */
export const isInstalled = (folder: string): boolean =>
  existsSync(stampOf(folder)) && readFileSync(stampOf(folder), 'utf8') === lockOf(folder);

/**
 * Installs the packages of `folder` unless they are there, and says so. Returns whether they are there now;
 * where they are not, it has said what to do.
 */
export function install(folder: string): boolean {
  if (isInstalled(folder)) return true;
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { description, dependencies } = manifest;
  const names = Object.keys(dependencies).filter((name) => !name.startsWith('@types/'));
  console.log(`Installing ${description}, once (${names.join(', ')})`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', ...SOON], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    console.error(
      `Could not install ${description}: run npm ci in ${folder} when there is network.`,
    );
    return false;
  }
  writeFileSync(stampOf(folder), lockOf(folder));
  return true;
}

if (import.meta.main) process.exitCode = process.argv.slice(2).every(install) ? 0 : 1;
