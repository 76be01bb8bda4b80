import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const CONFIG = `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({ integrations: [mdx()], devToolbar: { enabled: false } });
`;

const LAYOUT = `---
const { title } = Astro.props.frontmatter;
---

<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="description" content="A page with nothing on it but words.">
    <link rel="icon" href="data:,">
    <title>{title}</title>
  </head>
  <body><main><slot /></main></body>
</html>
`;

const WORDS = 'people meet each month and think together about what their work asks of them'.split(
  ' ',
);

/** Eight paragraphs of fifty words, each page's in an order of its own. */
const paragraphs = (page: number) =>
  Array.from({ length: 8 }, (_, paragraph) =>
    Array.from(
      { length: 50 },
      (_, word) => WORDS[(word * (paragraph + 2) + page) % WORDS.length],
    ).join(' '),
  ).join('.\n\n');

const COLLECTION = `import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';

export const collections = {
  pages: defineCollection({ loader: glob({ base: 'content', pattern: '*.mdx' }) }),
};
`;

const COLLECTED = `---
import { getCollection, render } from 'astro:content';
import Bare from '../Bare.astro';

export const getStaticPaths = async () =>
  (await getCollection('pages')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
const { entry } = Astro.props;
const { Content } = await render(entry);
---

<Bare frontmatter={entry.data}><Content /></Bare>
`;

/** How a bare site keeps its pages: each a file that is a page, or a collection that one template shows. */
export type Keeping = 'files' | 'collection';

/**
 * Writes an Astro site of so many MDX pages of 400 words, with no styles, script or pictures, into `folder`:
 * what ours is measured against. The folder must lie in this project, whose packages it uses.
 */
export function writeBareSite(folder: string, pages: number, keeping: Keeping): void {
  const files: Record<string, string> = { 'astro.config.mjs': CONFIG, 'src/Bare.astro': LAYOUT };
  if (keeping === 'collection') {
    files['src/content.config.ts'] = COLLECTION;
    files['src/pages/[id].astro'] = COLLECTED;
  }
  const place = keeping === 'collection' ? 'content' : 'src/pages';
  const layout = keeping === 'collection' ? '' : 'layout: ../Bare.astro\n';
  for (let page = 1; page <= pages; page += 1) {
    const title = `Bare page ${page}`;
    files[`${place}/page-${page}.mdx`] =
      `---\n${layout}title: ${title}\n---\n\n# ${title}\n\n${paragraphs(page)}.\n`;
  }
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Builds such a site into its `dist`. */
export function buildBareSite(folder: string): void {
  execFileSync('node_modules/.bin/astro', ['build', '--root', folder, '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
