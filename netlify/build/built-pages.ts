import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuiltPage, builtPage } from '#content/checks/built-page.ts';
import { LIVE_ADDRESSES } from '#content/required-pages.ts';
import type { Site } from '#services/site.ts';

const addressOf = (file: string) =>
  `/${file.replaceAll('\\', '/').replace(/(?:^|\/)index\.html$/, '/')}`.replace(/\/+/g, '/');

/** Every page of the site built below `root`, as readers get it, those that functions fill included. */
export async function builtPages(root: string): Promise<BuiltPage[]> {
  const pages: BuiltPage[] = [];
  for await (const file of glob('**/*.html', { cwd: join(root, 'dist') })) {
    pages.push(builtPage(addressOf(file), readFileSync(join(root, 'dist', file), 'utf8')));
  }
  const { site } = (await import(pathToFileURL(join(root, 'netlify/generated/site.js')).href)) as {
    site: Site;
  };
  for (const [name, markup] of Object.entries(site.shells)) {
    if (!Object.hasOwn(LIVE_ADDRESSES, name)) continue;
    pages.push(builtPage(LIVE_ADDRESSES[name as keyof typeof LIVE_ADDRESSES], markup));
  }
  return pages;
}
