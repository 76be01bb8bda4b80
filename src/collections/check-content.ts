import type { Settings } from '#domain/settings/settings.ts';
import { pageFaults } from './check-page.ts';
import { claimFaults } from './checks/claims.ts';
import { type Fault, inOrder } from './checks/fault.ts';
import { wordFaults } from './checks/page-checks.ts';
import { type PageText, readPageText } from './checks/page-text.ts';
import { pictureFileFaults } from './checks/picture-files.ts';
import { readLedger, readSource } from './checks/read-ledger.ts';
import { attempt } from './faults.ts';
import { fileNameFaults } from './file-names.ts';
import { type PageFile, pageFiles } from './page-files.ts';
import { questionFaults, readQuestions } from './questions.ts';
import { repairPage } from './repair-page.ts';
import { settingsIn } from './settings.ts';

/** A page's words, but for what the parser cannot read, and on which lines that stood. */
const readable = (settings: Settings) => (page: PageFile) => {
  const { source, faults } = repairPage(page);
  const text = attempt(() => readPageText({ ...page, source }, settings)).value;
  return { file: page.file, text, repairedAt: new Set(faults.map(({ line }) => line)) };
};

/** What the words of all pages say, as far as they can be read. */
function wordsIn(root: string, pages: readonly PageFile[], settings: Settings): readonly Fault[] {
  const read = pages.filter(({ unread = [] }) => unread.length === 0).map(readable(settings));
  const texts = read.flatMap(({ text }) => text ?? []);
  const whole = read.flatMap(({ text, repairedAt }) => (repairedAt.size === 0 && text) || []);
  const repaired = new Map(read.map(({ file, repairedAt }) => [file, repairedAt]));
  const source = readSource(root);
  const ids = pages.map(({ id }) => id);
  // Of two pages with one address nobody can say which the sentences belong to.
  const alone = ({ id }: PageText) => ids.indexOf(id) === ids.lastIndexOf(id);
  const { value: ledger, faults } = attempt(() => readLedger(root));
  return [
    ...wordFaults(texts, settings, source, ids).filter(
      ({ where, line }) => !repaired.get(where)?.has(line),
    ),
    ...texts.flatMap((text) => pictureFileFaults(root, text)),
    ...(ledger ? claimFaults(whole.filter(alone), ids, ledger, source) : faults),
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
