import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadFunctions, matchFunction } from '../../netlify/dev/functions.ts';

const NAMES = globSync('*.astro', { cwd: 'src/unpublished' }).map((file) =>
  file.replace('.astro', ''),
);

it('some pages are for whoever works on the site', () => {
  expect(NAMES).toEqual(expect.arrayContaining(['style', 'hours']));
});

it.each(NAMES)('/%s/ is not published, listed or answered', async (name) => {
  expect(existsSync(`dist/${name}`)).toBe(false);
  expect(readFileSync('dist/sitemap-0.xml', 'utf8')).not.toContain(`/${name}/`);
  const functions = await loadFunctions();
  expect(matchFunction(functions, `http://site/${name}/`)).toBeUndefined();
});

it('nothing of the editor or of the style page is in what is published', () => {
  const published = globSync('dist/**/*.{html,js,css}').map((file) => readFileSync(file, 'utf8'));
  expect(published.length).toBeGreaterThan(15);
  for (const text of published) expect(text).not.toMatch(/style-page|virtual:examples|keystatic/i);
});
