import { globSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { asSaved } from '../support/as-saved.ts';
import { copyContent } from '../support/editor.ts';

const copy = copyContent(process.cwd());
afterAll(() => copy.remove());

const PAGES = globSync('pages/**/*.mdx', { cwd: 'content' });
const SETTINGS = ['questions.yaml', ...globSync('settings/*.yaml', { cwd: 'content' })];

test.each([...PAGES, ...SETTINGS])('%s, opened and saved, is as it was', async (path) => {
  const before = copy.onDisk(path);
  const saved = asSaved(copy.reading, path, await copy.open(path));
  expect((await copy.save(path, saved)).status).toBe(200);
  expect(copy.onDisk(path)).toBe(before);
});

/** A paragraph of running words, as the editor writes it. */
const PARAGRAPH = /^ *\p{Lu}[^|\n]*\p{L}[.?:]$/gmu;

const WITH_PARAGRAPHS = PAGES.filter((path) => copy.onDisk(path).match(PARAGRAPH));

test.each(WITH_PARAGRAPHS)(
  '%s, with a word put to a paragraph, differs in its line',
  async (path) => {
    const before = copy.onDisk(path).split('\n');
    const saved = asSaved(copy.reading, path, await copy.open(path));
    const paragraphs = saved.match(PARAGRAPH) ?? [];
    const chosen = paragraphs[Math.floor(paragraphs.length / 2)] ?? '';
    await copy.save(
      path,
      saved.replace(chosen, () => `${chosen} Truly.`),
    );
    const after = copy.onDisk(path).split('\n');
    const changed = before.flatMap((line, index) => (after[index] === line ? [] : [index]));
    expect(after).toHaveLength(before.length);
    expect(changed).toHaveLength(1);
    const [index = 0] = changed;
    expect(after[index]).toBe(`${before[index]} Truly.`);
  },
);
