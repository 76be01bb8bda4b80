import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuiltPage, builtPage } from '#content/checks/built-page.ts';
import type { PageShell } from '#domain/page-slots.ts';
import type { Site } from '#services/site.ts';

/** Where the pages that functions fill are answered. */
const SHELL_ADDRESSES: Readonly<Partial<Record<PageShell, string>>> = {
  enquiry: '/enquire/',
  callback: '/callback/',
  'discovery-call': '/discovery-call/',
  plan: '/plan/',
  'senior-team-paper': '/make-the-case/senior-team-paper/',
  'your-plan': '/make-the-case/your-plan/',
};

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
    const address = SHELL_ADDRESSES[name as PageShell];
    if (address !== undefined) pages.push(builtPage(address, markup));
  }
  return pages;
}
