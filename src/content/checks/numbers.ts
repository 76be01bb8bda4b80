import { hoursInWords } from '#domain/hours/words.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { TELEPHONES } from './contact-words.ts';
import { contradictionsIn } from './contradictions.ts';
import type { Fault } from './fault.ts';
import { foundIn, type Passage } from './passage.ts';

/** Numbers that are not about the service, and so may stand in the words: what they are, as a pattern. */
const OTHER_NUMBERS: readonly RegExp[] = [
  // The prefix of Relay UK, and paper.
  /\b18001\b/,
  /\bA[45]\b/,
  // Laws and standards, by their names.
  /\bArticles? \d+(?:\(\d+\))*(?:\([a-z]\))*/,
  /\b(?:Act|Regulations|Order) (?:19|20)\d\d\b/,
  /\bGuidelines \d\.\d\b/,
  /\b7 to 1\b/,
  // How long the software keeps what it needs for a moment; the privacy page says so.
  /\b(?:two minutes|two days|24 hours)\b/,
  // The law's own limits.
  /\blaw gives us 30 days\b/,
];

const AMOUNT = '\\d(?:[\\d,.]*\\d)?';

/** Sums of money, which are staff’s to set. */
const MONEY = new RegExp(`[£€$]\\s?${AMOUNT}|\\b${AMOUNT}\\s+(?:pounds|pence|GBP)`, 'g');

/** Counted in words: always a number about something. */
const COUNTED =
  '(?:people|persons?|members|participants|groups?|meetings?|sessions?|facilitators?|presenters?|years?|months?|weeks?|days?|hours?|minutes?|levels?|rooms?|projects?|organisations?|teams?|times)';

const NUMBER_WORD =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety|hundreds?|thousands?|dozens?|several\\s+hundred|a\\s+couple\\s+of)';

const IN_WORDS: readonly RegExp[] = [
  new RegExp(
    `\\b${NUMBER_WORD}(?:[\\s-]+(?:of|or|to|and|${NUMBER_WORD}|\\p{L}+)){0,2}?[\\s-]+${COUNTED}\\b`,
    'giu',
  ),
  new RegExp(`\\b(?:groups?|sizes?|teams?)\\s+of\\s+${NUMBER_WORD}\\b`, 'giu'),
  /\bhalf(?:[\s-]+an?)?[\s-]+hour\b/gi,
  /\b(?:an|one)\s+hour\s+and\b/gi,
  /\b(?:once|twice|three\s+times)\s+(?:a|every|each|per)\s+(?:day|week|fortnight|month|year)\b/gi,
  /\bevery\s+(?:other|second)\s+(?:week|month)\b/gi,
  /\b(?:per\s+cent|percent|percentage)\b/gi,
];

const FIGURE = '\\d(?:[\\d,.:/]*\\d)?(?:\\s*%)?';

/** A number, or from one to another, with what it counts. */
const IN_FIGURES = new RegExp(
  `${FIGURE}(?:\\s*(?:to|or|–|-)\\s*${FIGURE})?(?:\\s+${COUNTED}\\b)?`,
  'gi',
);

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the settings say, in the words pages show: these may be written out as they stand. */
function said({ facts, line, calls, retention }: Settings): RegExp[] {
  const words = [
    ...Object.values(facts).map((fact) => fact.says),
    `${facts.rhythm['meetings-a-year'].monthly} monthly meetings`,
    `${facts.rhythm['meetings-a-year'].monthly} meetings`,
    `a group of ${facts['group-size'].most}`,
    hoursInWords(line.hours),
    line.phone,
    `${calls.minutes} minutes`,
    `${retention['months-after-last-contact']} months`,
    `${retention['quarantine-days']} days`,
  ];
  return words.map((one) => new RegExp(escaped(one).replace(/\s+/g, '\\s+'), 'gi'));
}

const IN_FACT_WORDS =
  'If it is one of the facts, say it in the words of the fact, as content/settings/facts.yaml has them. If it is right, leave it.';

const INSTEAD =
  'If it is one of the facts, write <Fact id="…" /> (they are in content/settings/facts.yaml). If it is right, leave it.';

const masked = (text: string, patterns: readonly RegExp[]) =>
  patterns.reduce(
    (words, pattern) =>
      words.replace(
        new RegExp(
          pattern.source,
          pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`,
        ),
        (match) => '·'.repeat(match.length),
      ),
    text,
  );

/** Numbers in a passage, in figures or in words, that neither the settings nor the list above know; what contradicts a fact is told elsewhere. */
export function numberFaults(passage: Passage, settings: Settings): Fault[] {
  const wrong = contradictionsIn(passage.written, settings).map(
    ({ words }) => new RegExp(escaped(words), 'g'),
  );
  const written = masked(passage.written, [
    ...wrong,
    TELEPHONES,
    MONEY,
    ...said(settings),
    ...OTHER_NUMBERS,
  ]);
  return [...IN_WORDS, IN_FIGURES].flatMap((pattern) =>
    foundIn(
      { ...passage, written },
      pattern,
      (words) => ({
        wrong: `“${words}” is a number that is not one of the facts.`,
        instead: passage.plain ? IN_FACT_WORDS : INSTEAD,
      }),
      'written',
    ),
  );
}
