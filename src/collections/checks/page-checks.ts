import type { Settings } from '#domain/settings/settings.ts';
import { abbreviationFaults } from './abbreviation.ts';
import { AVOIDED } from './avoided-words.ts';
import { AMERICAN } from './british-spelling.ts';
import { exclamationFaults } from './exclamations.ts';
import type { Fault } from './fault.ts';
import { hedgeFaults } from './hedges.ts';
import { imageFaults } from './images.ts';
import { numberFaults } from './numbers.ts';
import type { PageText } from './page-text.ts';
import { type Passage, passagesOf } from './passage.ts';
import { phraseFaults } from './phrases.ts';
import { PRICES } from './prices.ts';
import { quotationFaults } from './quotations.ts';
import { gradeFaults } from './reading-grade.ts';
import { sentenceFaults } from './sentence-length.ts';
import { APOSTROPHE_PLURALS, SLIPS } from './source-slips.ts';
import { UNFOUNDED } from './unfounded-claims.ts';

/** How any words on the site are held to the voice, wherever they stand. */
export const voiceFaults = (passage: Passage): Fault[] => [
  ...[SLIPS, APOSTROPHE_PLURALS, AVOIDED, AMERICAN, PRICES, UNFOUNDED].flatMap((list) =>
    phraseFaults(passage, list),
  ),
  ...exclamationFaults(passage),
];

/** What a page must not say, whatever else it does: a price, a claim the service has not made, or a number that is not one of the facts. These fail the build. */
export const offerFaults = (page: PageText, settings: Settings): Fault[] =>
  passagesOf(page).flatMap((passage) => [
    ...[PRICES, UNFOUNDED].flatMap((list) => phraseFaults(passage, list)),
    ...numberFaults(passage, settings),
  ]);

/** Everything to mend in the words of all pages; `source` is the text the site is written from. */
export const wordFaults = (
  pages: readonly PageText[],
  settings: Settings,
  source: string,
): Fault[] => [
  ...pages.flatMap((page) => [
    ...passagesOf(page).flatMap((passage) => [
      ...voiceFaults(passage),
      ...numberFaults(passage, settings),
    ]),
    ...quotationFaults(page, source),
    ...hedgeFaults(page, settings),
    ...imageFaults(page),
    ...sentenceFaults(page),
    ...gradeFaults(page),
  ]),
  ...abbreviationFaults(pages),
];
