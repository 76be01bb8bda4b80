import { pageFaults } from '../../../src/content/check-page.ts';
import { priceFaults, typedContactFaults } from '../../../src/content/checks/contact-words.ts';
import type { Fault } from '../../../src/content/checks/fault.ts';
import { numberFaults } from '../../../src/content/checks/numbers.ts';
import {
  pageAdvice,
  pageRefusals,
  passageRefusals,
  voiceAdvice,
} from '../../../src/content/checks/page-checks.ts';
import { readPageText } from '../../../src/content/checks/page-text.ts';
import type { Passage } from '../../../src/content/checks/passage.ts';
import { sameTitle } from '../../../src/content/checks/same-title.ts';
import { attempt } from '../../../src/content/faults.ts';
import type { PageFile } from '../../../src/content/page-files.ts';
import { inStaffWords } from '../place-names.ts';
import { openPage } from './open-page.ts';
import type { SiteKnown } from './site-known.ts';

/** What the checks say of what stands in a field, each in a sentence or two. */
export interface FieldFindings {
  readonly refusals: readonly string[];
  readonly advice: readonly string[];
}

/** Nothing to fix, and no advice. */
export const NOTHING: FieldFindings = { refusals: [], advice: [] };

const sentences = (faults: readonly Fault[]): string[] => [
  ...new Set(faults.map(({ wrong, instead }) => inStaffWords(`${wrong} ${instead}`))),
];

/** Fields that say nothing themselves, for the words of a page to stand under. */
const fieldsOf = (filled: boolean) => `---
title: Page
heading: Page
description: What stands here stands in for the fields of a page, as long as one.
${filled ? 'template: form\nlive: plan\n' : ''}---
`;

/** No dictionary comes into the browser; it knows how to spell by itself. */
const SPELLING = { knows: () => true, meant: () => undefined };

/** What the checks say of the words of a page, as they would in its file. `questions` are the names pages can use. */
export function pageWordsFindings(
  body: string,
  { settings, pages, filled, moved, files }: SiteKnown,
  questions: readonly string[],
  open: string | undefined = openPage(),
): FieldFindings {
  const isFilled = filled.includes(open ?? '');
  const page: PageFile = { file: '', id: open ?? 'page', source: fieldsOf(isFilled) + body };
  const faults = pageFaults(page, questions);
  const text = settings && attempt(() => readPageText(page, settings)).value;
  if (!settings || !text) return { refusals: sentences(faults), advice: [] };
  const addresses = new Set(files);
  const site = {
    ids: [...pages, page.id],
    moved: new Map(moved),
    answers: [],
    hasFile: (address: string) => addresses.has(address),
  };
  return {
    refusals: sentences([...faults, ...pageRefusals([text], settings, site)]),
    advice: sentences(pageAdvice([text], settings, site, SPELLING)),
  };
}

/** What the checks say of words in a field of their own, such as a heading or an answer. */
export function wordsFindings(words: string, { settings }: SiteKnown): FieldFindings {
  if (!settings || words === '') return NOTHING;
  const passage: Passage = {
    where: '',
    text: words,
    written: words,
    lineAt: () => undefined,
    plain: true,
  };
  return {
    refusals: sentences([...passageRefusals(passage, settings)]),
    advice: sentences([
      ...voiceAdvice(passage),
      ...numberFaults(passage, settings),
      ...typedContactFaults(passage, settings),
      ...priceFaults(passage, settings),
    ]),
  };
}

/** What the checks say of a page’s title, besides what they say of any words. */
export function titleFindings(
  title: string,
  known: SiteKnown,
  open: string | undefined = openPage(),
): FieldFindings {
  const { refusals, advice } = wordsFindings(title, known);
  const same = sameTitle(
    title,
    known.titles.filter(([id]) => id !== open),
  );
  return {
    refusals: [...(same ? [`${same.wrong} ${same.instead}`] : []), ...refusals],
    advice,
  };
}
