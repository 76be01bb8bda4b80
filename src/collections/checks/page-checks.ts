import type { Settings } from '#domain/settings/settings.ts';
import { abbreviationFaults } from './abbreviation.ts';
import { AVOIDED } from './avoided-words.ts';
import { AMERICAN } from './british-spelling.ts';
import { contactFaults } from './contact-words.ts';
import { exclamationFaults } from './exclamations.ts';
import type { Fault } from './fault.ts';
import { hedgeFaults } from './hedges.ts';
import { imageFaults } from './images.ts';
import { numberFaults } from './numbers.ts';
import { pageHeadingFaults } from './page-headings.ts';
import { pageLinkFaults } from './page-links.ts';
import type { PageText } from './page-text.ts';
import { type Passage, passagesOf } from './passage.ts';
import { phraseFaults } from './phrases.ts';
import { PRICES } from './prices.ts';
import { quotationFaults } from './quotations.ts';
import { gradeFaults } from './reading-grade.ts';
import { sentenceFaults } from './sentence-length.ts';
import { APOSTROPHE_PLURALS, SLIPS } from './source-slips.ts';
import { typingFaults } from './typing.ts';
import { UNFOUNDED } from './unfounded-claims.ts';

/** How any words on the site are held to the voice, wherever they stand. */
export const voiceFaults = (passage: Passage): Fault[] => [
  ...[SLIPS, APOSTROPHE_PLURALS, AVOIDED, AMERICAN, PRICES, UNFOUNDED].flatMap((list) =>
    phraseFaults(passage, list),
  ),
  ...exclamationFaults(passage),
];

/** Everything to mend in the words of all pages; `source` is the text the site is written from, `ids` those of every page, also of those that cannot be read. */
export const wordFaults = (
  pages: readonly PageText[],
  settings: Settings,
  source: string,
  ids: readonly string[] = pages.map(({ id }) => id),
): Fault[] => [
  ...pages.flatMap((page) => [
    ...passagesOf(page).flatMap((passage) => [
      ...voiceFaults(passage),
      ...numberFaults(passage, settings),
      ...contactFaults(passage, settings),
    ]),
    ...quotationFaults(page, source),
    ...hedgeFaults(page, settings),
    ...imageFaults(page),
    ...pageHeadingFaults(page),
    ...typingFaults(page),
    ...sentenceFaults(page),
    ...gradeFaults(page),
  ]),
  ...abbreviationFaults(pages),
  ...pageLinkFaults(pages, ids),
];
