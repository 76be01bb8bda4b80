import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FOLDERS } from '../../netlify/dev/install.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'installed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Gives the folder a package that needs `needed`, and a lockfile that knows of no package. */
function write(needed: Record<string, string>, version = '1.0.0'): void {
  const about = { name: 'few', version, description: 'what few need', dependencies: needed };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
  const lock = { name: 'few', version, lockfileVersion: 3, requires: true };
  const packages = { '': { name: 'few', version } };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }));
}

function install() {
  const words = ['netlify/dev/install.ts', folder];
  const { status, stdout, stderr } = spawnSync('node', words, { encoding: 'utf8' });
  return { status, said: stdout, complained: stderr };
}

const ONCE = 'Installing what few need, once';

test('packages are installed once, and anew when the lockfile has changed', () => {
  write({});
  expect(install()).toMatchObject({ status: 0, said: expect.stringContaining(ONCE) });
  expect(install()).toEqual({ status: 0, said: '', complained: '' });
  write({}, '1.0.1');
  expect(install()).toMatchObject({ status: 0, said: expect.stringContaining(ONCE) });
});

test('what cannot be installed is said with what to do, and is tried again', () => {
  write({ 'not-in-the-lockfile': '1.0.0' });
  const failed = {
    status: 1,
    said: expect.stringContaining(`${ONCE} (not-in-the-lockfile)`),
    complained: expect.stringContaining(
      `Could not install what few need: run npm ci in ${folder} when there is network.`,
    ),
  };
  expect(install()).toMatchObject(failed);
  expect(install()).toMatchObject(failed);
});

test.each(FOLDERS)('%s has its packages and its command, which installs them first', (path) => {
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json'])
    expect(existsSync(join(path, file)), file).toBe(true);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const commands = Object.values(scripts).filter((script) => script.includes(`node ${path}/`));
  expect(commands).toEqual([
    expect.stringMatching(`^node netlify/dev/install\\.ts ${path} && node ${path}/`),
  ]);
});
