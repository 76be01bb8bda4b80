import { hoursInWords } from '#domain/hours/words.ts';
import { COUNT_WORDS, countIn, minutesIn } from '#domain/settings/counts.ts';
import type { FactId } from '#domain/settings/facts.ts';
import type { Settings } from '#domain/settings/settings.ts';

type Found = Readonly<Record<string, string | undefined>>;

/** How sentences state one of the service’s numbers, and whether what one states is so. */
export interface FactSentences {
  /** The fact they state; undefined for the line’s hours. */
  readonly fact?: FactId;
  /** Patterns, in which a space is any space; the numbers are in named groups. */
  readonly said: readonly string[];
  readonly holds: (found: Found, settings: Settings) => boolean;
}

const COUNT = `(?:\\d+|${COUNT_WORDS.join('|')})`;
const RANGE = `(?<from>${COUNT})(?: ?(?:to|or|–|-) ?(?<to>${COUNT}))?`;
const SPAN = `(?<from>${COUNT}) ?(?:to|or|–|-) ?(?<to>${COUNT})`;
const IN_A_DAY = '(?:over|in|during)(?: the course of)? a day';
const LENGTH = `(?<length>half an hour|(?:an|${COUNT}) hours?(?: and a (?:half|quarter)|(?: and)? ${COUNT} minutes)?|${COUNT} and a half hours|${COUNT}[ -]minutes?)`;
const TIME = String.raw`\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)?`;
const PEOPLE = '(?:people|members|participants|staff)';

const counts = ({ from, to }: Found): number[] =>
  [from, to].flatMap((word) => countIn(word ?? '') ?? []);

const are = (found: Found, wanted: number) => counts(found).every((count) => count === wanted);

const lieIn = (found: Found, { least, most }: { least: number; most: number }) =>
  counts(found).every((count) => count >= least && count <= most);

const PER_YEAR: Readonly<Record<string, number>> = { year: 1, month: 12, week: 52 };

const bare = (words = '') => words.replaceAll(/\s+/g, '');

/** The sentences that state a number of the service, told by what stands around the number. */
export const FACT_SENTENCES: readonly FactSentences[] = [
  {
    fact: 'group-size',
    said: [
      String.raw`\bgroups? of (?:up to |about |around )?${RANGE}\b`,
      String.raw`\b${RANGE} ${PEOPLE} (?:in|to|per|make|form) (?:an? |each |every |the |one )?groups?\b`,
      String.raw`^\W*(?:between |about |usually )?(?<from>${COUNT}) ?(?:to|or|–|-|and) ?(?<to>${COUNT}) ${PEOPLE}\W*$`,
      String.raw`\b(?:each|every|a|the) group (?:has|holds|takes|is) (?:usually |up to |about )?${RANGE} ${PEOPLE}\b`,
    ],
    holds: (found, { facts }) => lieIn(found, facts['group-size']),
  },
  {
    fact: 'length',
    said: [
      String.raw`^\W*(?:usually |about )?(?<length>(?:an|${COUNT}) hours?(?: and a (?:half|quarter)|(?: and)? ${COUNT} minutes)?)\W*$`,
      String.raw`\b(?:groups?|meetings?) (?:\p{L}+ ){0,2}?(?:lasts?|are|is|takes?|runs?|meets?) (?:\p{L}+ ){0,3}?${LENGTH}\b(?! (?:before|after|earlier|later|away))`,
      String.raw`\b${LENGTH}(?:[ -]long)? (?:reflective practice )?(?:groups?|meetings?)\b`,
    ],
    holds: ({ length = '' }, { facts }) => minutesIn(length) === facts.length.minutes,
  },
  {
    fact: 'rhythm',
    said: [
      String.raw`\b(?:groups?|we|they|you|people) (?:\p{L}+ ){0,2}?meets? (?:\p{L}+ ){0,2}?(?:daily|every day|(?:twice|three times) a (?:day|week|month|year)|quarterly|every (?:quarter|term)|once a (?:day|quarter|term|year)|yearly)\b`,
    ],
    holds: () => false,
  },
  {
    fact: 'a-day',
    said: [
      String.raw`^\W*(?:usually |about )?${RANGE} groups?\W*$`,
      String.raw`\b${RANGE} groups? (?:a|per|each|every|in a|(?:over|in|during)(?: the course of)? (?:a|one)) day\b`,
      // From one number to another and a day in one sentence, whichever comes first.
      String.raw`\b${SPAN} groups?\b[^.?!,;\d]{1,30}?\b${IN_A_DAY}\b`,
      String.raw`\b${IN_A_DAY}\b[^.?!;\d]{1,40}?\b${SPAN} groups?\b`,
    ],
    holds: (found, { facts }) => lieIn(found, facts['a-day']),
  },
  {
    fact: 'a-project',
    said: [
      String.raw`\bprojects? (?:are |is )?(?:usually )?(?:commissioned )?(?:lasts?|runs?|for|takes?)(?: for)? (?:usually )?${RANGE} (?<unit>year|month|week)s?\b`,
      String.raw`\b${RANGE}[ -](?<unit>year|month|week)(?:[ -]long)? projects?\b`,
    ],
    holds: (found, { facts }) =>
      are(found, facts['a-project'].years * (PER_YEAR[found['unit']?.toLowerCase() ?? ''] ?? 1)),
  },
  {
    fact: 'training',
    said: [
      String.raw`^\W*(?:usually |about )?${RANGE} sessions\W*$`,
      String.raw`\b(?:at least|minimum of|no fewer than) ${RANGE} (?:training )?sessions\b`,
      String.raw`\btrain(?:s|ed|ing)?\b[^.?!]{0,60}?\b${RANGE} sessions\b`,
    ],
    holds: (found, { facts }) => are(found, facts.training['least-sessions']),
  },
  {
    fact: 'experience',
    said: [
      String.raw`\baverage\b[^.?!]{0,40}?\b${RANGE} years\b`,
      String.raw`\b${RANGE} years\b[^.?!]{0,30}?\bon average\b`,
    ],
    holds: (found, { facts }) => are(found, facts.experience['average-years']),
  },
  {
    fact: 'evaluation-levels',
    said: [
      String.raw`\b(?:evaluation|impact)\b[^.?!]{0,60}?\b${RANGE} levels\b`,
      String.raw`\b${RANGE} levels of impact\b`,
    ],
    holds: (found, { facts }) => are(found, facts['evaluation-levels'].levels),
  },
  {
    said: [
      String.raw`\bMonday to Friday,? (?:from )?(?<opens>${TIME}) ?(?:to|until|till|–|-) ?(?<closes>${TIME})`,
    ],
    holds: ({ opens, closes }, { line }) =>
      bare(hoursInWords(line.hours)).includes(`${bare(opens)}to${bare(closes)}`),
  },
];
