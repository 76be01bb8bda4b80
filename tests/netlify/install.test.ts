import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FOLDERS } from '../../netlify/dev/install.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'installed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A package that is there without network. */
const NEAR = { near: 'file:near' };

/** Gives the folder a package that needs `needed`, and a lockfile that knows the near one only. */
function write(needed: Record<string, string>, version = '1.0.0'): void {
  const about = { name: 'few', version, description: 'what few need', dependencies: needed };
  const near = { name: 'near', version };
  const packages = {
    '': { name: 'few', version, dependencies: NEAR },
    near,
    'node_modules/near': { resolved: 'near', link: true },
  };
  mkdirSync(join(folder, 'near'), { recursive: true });
  writeFileSync(join(folder, 'near', 'package.json'), JSON.stringify(near));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about));
  const lock = { name: 'few', version, lockfileVersion: 3, requires: true, packages };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
}

function install() {
  const words = ['netlify/dev/install.ts', folder];
  const { status, stdout, stderr } = spawnSync('node', words, { encoding: 'utf8' });
  return { status, said: stdout, complained: stderr };
}

const ONCE = 'Installing what few need, once';

test('packages are installed once, and anew when the lockfile has changed', () => {
  write(NEAR);
  expect(install()).toMatchObject({ status: 0, said: expect.stringContaining(ONCE) });
  expect(install()).toEqual({ status: 0, said: '', complained: '' });
  write(NEAR, '1.0.1');
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
  for (const command of commands)
    expect(command).toContain(`node netlify/dev/install.ts ${path} && node ${path}/`);
  expect(commands).toContainEqual(
    expect.stringMatching(`^node netlify/dev/install\\.ts ${path} && node ${path}/`),
  );
});

test('a command that runs the tests by itself brings what the editor’s tests need', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const runners = /tests\/support\/states\.ts|vitest run$/;
  const all = Object.entries(scripts).filter(([, script]) => runners.test(script));
  expect(all.map(([name]) => name).sort()).toEqual(['properties', 'states']);
  for (const [, script] of all) {
    expect(script).toMatch(/^node netlify\/dev\/install\.ts netlify\/edit && /);
  }
});
