import { globSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { asSaved } from '../support/as-saved.ts';
import { copyContent } from '../support/editor.ts';

const copy = copyContent();
afterAll(() => copy.remove());

const PAGES = globSync('pages/**/*.mdx', { cwd: 'content' });
const SETTINGS = ['questions.yaml', ...globSync('settings/*.yaml', { cwd: 'content' })];

test.each([...PAGES, ...SETTINGS])('%s, opened and saved, is as it was', async (path) => {
  const before = copy.onDisk(path);
  const saved = asSaved(copy.reading, path, await copy.open(path));
  expect((await copy.save(path, saved)).status).toBe(200);
  expect(copy.onDisk(path)).toBe(before);
});
