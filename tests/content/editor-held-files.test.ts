import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as held from '../../netlify/edit/checks/held-files.ts';
import { SMALL_SITE } from '../support/test-settings.ts';

const FILES = fs
  .globSync('**/*', { cwd: SMALL_SITE, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(SMALL_SITE, path.join(entry.parentPath, entry.name)));

held.holdFiles(
  new Map(
    FILES.map((file) => {
      const bytes = fs.readFileSync(path.join(SMALL_SITE, file));
      return [file, { size: bytes.length, bytes }];
    }),
  ),
);

describe('files held for the checks in a browser are as on disk', () => {
  test.each([
    ['**/*.mdx', 'content/pages'],
    ['*', 'content/settings'],
    ['**/*.*', 'public'],
    ['**/*.mdx', 'content/settings'],
  ])('%s in %s', (pattern, cwd) => {
    const onDisk = fs.globSync(pattern, { cwd: path.join(SMALL_SITE, cwd) });
    expect(held.globSync(pattern, { cwd }).sort()).toEqual(onDisk.sort());
  });

  test('with their types', () => {
    const cwd = 'content/pages';
    const names = held.globSync('**/*', { cwd, withFileTypes: true });
    expect(names.map(({ parentPath, name }) => held.join(parentPath, name)).sort()).toEqual(
      FILES.filter((file) => file.startsWith(cwd)).sort(),
    );
    expect(names.every((entry) => entry.isFile())).toBe(true);
  });

  test('what is in them, and how large they are', () => {
    const file = 'content/settings/line.yaml';
    const onDisk = path.join(SMALL_SITE, file);
    expect(held.existsSync(file)).toBe(true);
    expect(held.existsSync('content/settings/none.yaml')).toBe(false);
    expect(held.readFileSync(file, 'utf8')).toBe(fs.readFileSync(onDisk, 'utf8'));
    expect(held.statSync(file).size).toBe(fs.statSync(onDisk).size);
    expect(() => held.readFileSync('content/settings/none.yaml')).toThrow('There is no file');
  });

  test.each([
    ['content/pages/plan.mdx', 'content/pictures/room.jpg'],
    ['content/pages/make-the-case/a-year.mdx', 'content/pictures/plan/room.jpg'],
  ])('and lead to one another: %s, %s', (page, picture) => {
    const { posix } = held;
    const way = posix.relative(posix.dirname(page), picture);
    expect(posix.join(posix.dirname(page), way)).toBe(picture);
    expect(posix.basename(picture)).toBe(path.posix.basename(picture));
    expect(way).toBe(path.posix.relative(path.posix.dirname(page), picture));
  });
});
