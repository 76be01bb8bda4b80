import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#domain/settings/settings.ts';
import { pageFaults } from './check-page.ts';
import { type Fault, type Findings, inOrder } from './checks/fault.ts';
import { pageAdvice, pageRefusals } from './checks/page-checks.ts';
import type { Site } from './checks/page-links.ts';
import { readPageText } from './checks/page-text.ts';
import { componentPictureFaults, pictureFileFaults } from './checks/picture-files.ts';
import { type Spelling, spellingOf } from './checks/spelling.ts';
import { attempt } from './faults.ts';
import { fileNameFaults } from './file-names.ts';
import { oldAddresses, oldAddressFaults } from './old-addresses.ts';
import { type PageFile, pageFiles } from './page-files.ts';
import { answersIn, questionFaults, readQuestions, unansweredAdvice } from './questions.ts';
import { repairPage } from './repair-page.ts';
import { requiredPageFaults } from './required-pages.ts';
import { settingsIn } from './settings.ts';
import { isFileShown } from './shown-pages.ts';

/** A page's words, but for what the parser cannot read, and on which lines that stood. */
const readable = (settings: Settings) => (page: PageFile) => {
  const { source, faults } = repairPage(page);
  const text = attempt(() => readPageText({ ...page, source }, settings)).value;
  return { file: page.file, text, repairedAt: new Set(faults.map(({ line }) => line)) };
};

/** Where the addresses that pages had lead now. */
const movedIn = (pages: readonly PageFile[]) =>
  new Map(oldAddresses(pages).map(({ from, to }) => [from, to]));

/** What the words of all pages say, as far as they can be read. */
function findingsIn(
  root: string,
  pages: readonly PageFile[],
  settings: Settings,
  spelling: Spelling,
): Findings {
  const read = pages.filter(({ unread = [] }) => unread.length === 0).map(readable(settings));
  const texts = read.flatMap(({ text }) => text ?? []);
  const repaired = new Map(read.map(({ file, repairedAt }) => [file, repairedAt]));
  const stands = ({ where, line }: Fault) => !repaired.get(where)?.has(line);
  const site: Site = {
    ids: pages.filter((page) => isFileShown(page, settings)).map(({ id }) => id),
    moved: movedIn(pages),
    answers: attempt(() => answersIn(root)).value ?? [],
    hasFile: (address) => existsSync(join(root, 'public', address)) && !address.endsWith('/'),
  };
  return {
    refusals: [
      ...pageRefusals(texts, settings, site).filter(stands),
      ...texts.flatMap((text) => [
        ...pictureFileFaults(root, text),
        ...componentPictureFaults(root, text),
      ]),
    ],
    advice: pageAdvice(texts, settings, site, spelling).filter(stands),
  };
}

/**
 * What the checks find in `content/` below `root`, by file and line. Refused is what would break the site or
 * mislead its readers: settings, questions, names of files, fields, components, links, pictures, and numbers
 * that contradict the settings. What words say can only be judged once every setting is right, since they
 * name the settings.
 */
export function contentFindings(root: string, spelling = spellingOf(root)): Findings {
  const pages = pageFiles(root);
  const { settings, faults } = settingsIn(root);
  const questions = attempt(() => readQuestions(root)).value?.map(({ id }) => id);
  const words = settings && findingsIn(root, pages, settings, spelling);
  return {
    refusals: inOrder([
      ...faults,
      ...questionFaults(root),
      ...fileNameFaults(root, pages),
      ...oldAddressFaults(pages),
      ...requiredPageFaults(pages, movedIn(pages)),
      ...pages.flatMap((page) => pageFaults(page, questions)),
      ...(words?.refusals ?? []),
    ]),
    advice: inOrder([...(words?.advice ?? []), ...unansweredAdvice(root)]),
  };
}
