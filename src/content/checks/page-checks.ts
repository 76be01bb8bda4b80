import type { Settings } from '#domain/settings/settings.ts';
import { abbreviationFaults } from './abbreviation.ts';
import { answerPassages } from './answers.ts';
import { AVOIDED, NOT_THE_SERVICE } from './avoided-words.ts';
import { AMERICAN } from './british-spelling.ts';
import { mistypedNumberFaults, priceFaults, typedContactFaults } from './contact-words.ts';
import { contradictionFaults } from './contradictions.ts';
import { exclamationFaults } from './exclamations.ts';
import type { Fault } from './fault.ts';
import { hedgeFaults } from './hedges.ts';
import { foreignPictureFaults, wordlessPictureFaults } from './images.ts';
import { linkWordFaults } from './link-words.ts';
import { numberFaults } from './numbers.ts';
import { pageHeadingFaults } from './page-headings.ts';
import { movedLinkFaults, outwardLinkFaults, pageLinkFaults, type Site } from './page-links.ts';
import type { PageText } from './page-text.ts';
import { type Passage, passagesOf } from './passage.ts';
import { phraseFaults } from './phrases.ts';
import { PROMISES } from './promises.ts';
import { questionMarkFaults } from './question-marks.ts';
import { gradeFaults } from './reading-grade.ts';
import { repeatedFaults } from './repeated.ts';
import { sameTitleFaults } from './same-title.ts';
import { sentenceFaults } from './sentence-length.ts';
import { APOSTROPHE_PLURALS, SLIPS } from './source-slips.ts';
import { type Spelling, spellingFaults } from './spelling.ts';
import { typingFaults, unreadLinkFaults } from './typing.ts';

const LISTS = [SLIPS, APOSTROPHE_PLURALS, AVOIDED, NOT_THE_SERVICE, AMERICAN, PROMISES] as const;

/** Advice on the voice of any words of the site, wherever they stand. */
export const voiceAdvice = (passage: Passage): Fault[] => [
  ...LISTS.flatMap((list) => phraseFaults(passage, list)),
  ...exclamationFaults(passage),
];

/** What is refused in any words: a number that contradicts the settings. */
export const passageRefusals = (passage: Passage, settings: Settings): Fault[] => [
  ...contradictionFaults(passage, settings),
  ...mistypedNumberFaults(passage, settings),
];

/** Advice on any words that staff write. */
const passageAdvice = (passage: Passage, settings: Settings, spelling: Spelling): Fault[] => [
  ...voiceAdvice(passage),
  ...spellingFaults(passage, spelling),
  ...numberFaults(passage, settings),
  ...typedContactFaults(passage, settings),
  ...priceFaults(passage, settings),
];

/** What keeps pages from being published: what would break them, or tell readers a wrong number. */
export const pageRefusals = (
  pages: readonly PageText[],
  settings: Settings,
  site: Site,
): Fault[] => [
  ...pages.flatMap((page) => [
    ...passagesOf(page).flatMap((passage) => passageRefusals(passage, settings)),
    ...foreignPictureFaults(page),
    ...unreadLinkFaults(page),
  ]),
  ...answerPassages(site.answers).flatMap((passage) => passageRefusals(passage, settings)),
  ...pageLinkFaults(pages, site),
  ...sameTitleFaults(pages),
];

/** Advice on the style of pages, which holds nothing up. */
export const pageAdvice = (
  pages: readonly PageText[],
  settings: Settings,
  site: Site,
  spelling: Spelling,
): Fault[] => [
  ...pages.flatMap((page) => [
    ...passagesOf(page).flatMap((passage) => passageAdvice(passage, settings, spelling)),
    ...hedgeFaults(page, settings),
    ...wordlessPictureFaults(page),
    ...pageHeadingFaults(page),
    ...typingFaults(page),
    ...linkWordFaults(page),
    ...sentenceFaults(page),
    ...gradeFaults(page),
    ...questionMarkFaults(page),
  ]),
  ...abbreviationFaults(pages),
  ...movedLinkFaults(pages, site),
  ...outwardLinkFaults(pages, site.answers),
  ...answerPassages(site.answers).flatMap((passage) => passageAdvice(passage, settings, spelling)),
  ...repeatedFaults(pages),
];
