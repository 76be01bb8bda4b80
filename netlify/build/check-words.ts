import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkPages } from '#collections/check-pages.ts';
import { builtWords } from '#collections/checks/built-words.ts';
import { claimFaults } from '#collections/checks/claims.ts';
import { type Fault, faultLine } from '#collections/checks/fault.ts';
import { headingFaults } from '#collections/checks/headings.ts';
import { linkFaults } from '#collections/checks/links.ts';
import { voiceFaults, wordFaults } from '#collections/checks/page-checks.ts';
import { type PageText, readPageText } from '#collections/checks/page-text.ts';
import { readLedger, readSource } from '#collections/checks/read-ledger.ts';
import { readingGrade } from '#collections/checks/reading-grade.ts';
import { averageLength } from '#collections/checks/sentence-length.ts';
import { ContentError } from '#collections/faults.ts';
import { pageFiles } from '#collections/page-files.ts';
import { readSettings } from '#collections/settings.ts';
import { loadFunctions, matchFunction } from '../local/functions.ts';
import { builtPages } from './built-pages.ts';

const ORIGIN = 'http://site';

/** Every page below `root` as its words. */
export function pageTexts(root: string): PageText[] {
  const settings = readSettings(root);
  return pageFiles(root).map((page) => readPageText(page, settings));
}

/** Everything to mend in the words of the pages below `root`, and in what they rest on. */
export function sourceFaults(root: string): Fault[] {
  checkPages(root);
  const texts = pageTexts(root);
  const source = readSource(root);
  return [
    ...wordFaults(texts, readSettings(root), source),
    ...claimFaults(texts, readLedger(root), source),
  ];
}

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

async function main(root: string): Promise<void> {
  const faults = [...sourceFaults(root), ...(await siteFaults(root))];
  const lines = [...new Set(faults.map(faultLine))];
  for (const page of pageTexts(root)) {
    const grade = readingGrade(page).toFixed(1);
    console.log(`${page.file}: grade ${grade}, ${averageLength(page).toFixed(1)} words a sentence`);
  }
  for (const line of lines) console.error(line);
  console.log(lines.length === 0 ? 'Nothing to mend.' : `${lines.length} to mend.`);
  process.exitCode = lines.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  await main(process.cwd()).catch((error: unknown) => {
    console.error(error instanceof ContentError ? error.message : error);
    process.exitCode = 1;
  });
}
