import type { Settings } from '#domain/settings/settings.ts';
import { pageFaults } from './check-page.ts';
import { claimFaults } from './checks/claims.ts';
import { type Fault, inOrder } from './checks/fault.ts';
import { wordFaults } from './checks/page-checks.ts';
import { type PageText, readPageText } from './checks/page-text.ts';
import { readLedger, readSource } from './checks/read-ledger.ts';
import { attempt } from './faults.ts';
import { fileNameFaults } from './file-names.ts';
import { type PageFile, pageFiles } from './page-files.ts';
import { questionFaults, readQuestions } from './questions.ts';
import { settingsIn } from './settings.ts';

/** What the words of all pages say, as far as they can be read. */
function wordsIn(root: string, pages: readonly PageFile[], settings: Settings): readonly Fault[] {
  const texts = pages.flatMap((page) => attempt(() => readPageText(page, settings)).value ?? []);
  const source = readSource(root);
  const ids = pages.map(({ id }) => id);
  // Of two pages with one address nobody can say which the sentences belong to.
  const alone = ({ id }: PageText) => ids.indexOf(id) === ids.lastIndexOf(id);
  const { value: ledger, faults } = attempt(() => readLedger(root));
  return [
    ...wordFaults(texts, settings, source, ids),
    ...(ledger ? claimFaults(texts.filter(alone), ids, ledger, source) : faults),
  ];
}

/**
 * Everything to mend in `content/` below `root`, by file and line: settings, questions, names of files,
 * fields, components, words, links, and what sentences rest on. What words say can only be judged once
 * every setting is right, since they name the settings.
 */
export function contentFaults(root: string): Fault[] {
  const pages = pageFiles(root);
  const { settings, faults } = settingsIn(root);
  const questions = attempt(() => readQuestions(root)).value?.map(({ id }) => id);
  return inOrder([
    ...faults,
    ...questionFaults(root),
    ...fileNameFaults(root, pages),
    ...pages.flatMap((page) => pageFaults(page, questions)),
    ...(settings ? wordsIn(root, pages, settings) : []),
  ]);
}
