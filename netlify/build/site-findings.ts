import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtWords } from '#content/checks/built-words.ts';
import type { Findings } from '#content/checks/fault.ts';
import { headingFaults } from '#content/checks/headings.ts';
import { linkFaults } from '#content/checks/links.ts';
import { voiceAdvice } from '#content/checks/page-checks.ts';
import { loadFunctions, matchFunction } from '../dev/functions.ts';
import { builtPages } from './built-pages.ts';

const ORIGIN = 'http://site';

/**
 * What only shows on the built site below `root`. Refused are links and pictures that lead nowhere; advice is on
 * headings, and on words that no page of staff’s holds.
 */
export async function siteFindings(root: string): Promise<Findings> {
  const pages = await builtPages(root);
  const functions = await loadFunctions();
  const answers = (path: string) =>
    matchFunction(functions, `${ORIGIN}${path}`) !== undefined ||
    (existsSync(join(root, 'dist', path)) && !path.endsWith('/'));
  return {
    refusals: linkFaults(pages, answers),
    advice: pages.flatMap((page) => [
      ...headingFaults(page),
      ...builtWords(page).flatMap(voiceAdvice),
    ]),
  };
}
