import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtWords } from '#collections/checks/built-words.ts';
import type { Fault } from '#collections/checks/fault.ts';
import { headingFaults } from '#collections/checks/headings.ts';
import { linkFaults } from '#collections/checks/links.ts';
import { voiceFaults } from '#collections/checks/page-checks.ts';
import { loadFunctions, matchFunction } from '../local/functions.ts';
import { builtPages } from './built-pages.ts';

const ORIGIN = 'http://site';

/** Everything to mend that only shows on the built site below `root`: links, headings, and words that no page holds. */
export async function siteFaults(root: string): Promise<Fault[]> {
  const pages = await builtPages(root);
  const functions = await loadFunctions();
  const answers = (path: string) =>
    matchFunction(functions, `${ORIGIN}${path}`) !== undefined ||
    (existsSync(join(root, 'dist', path)) && !path.endsWith('/'));
  return [
    ...pages.flatMap((page) => [...headingFaults(page), ...builtWords(page).flatMap(voiceFaults)]),
    ...linkFaults(pages, answers),
  ];
}
