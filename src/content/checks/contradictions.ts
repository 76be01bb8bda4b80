import { hoursInWords } from '#domain/hours/words.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { oneLine } from './block.ts';
import { FACT_SENTENCES, type FactSentences } from './fact-sentences.ts';
import type { Fault } from './fault.ts';
import type { Passage } from './passage.ts';

/** With one of these a sentence is about another time or about some of them, and contradicts nothing. */
const OTHERWISE =
  /\b(?:some|previous|another|sometimes|can|may|might|could|shorter|longer|if|would)\b/i;

const SENTENCE = /[^.?!]+(?:[.?!](?!\s|$)[^.?!]*)*[.?!]*/g;

/** What a fact is said by, each pattern made once: every sentence of the site is held to all of them. */
const PATTERNS = FACT_SENTENCES.flatMap((sentences) =>
  sentences.said.map((said) => ({
    sentences,
    pattern: new RegExp(said.replaceAll(' ', '\\s'), 'giu'),
  })),
);

type Words = Pick<Fault, 'wrong' | 'instead'>;

function told(
  words: string,
  { fact }: FactSentences,
  { facts, line }: Settings,
  plain: boolean,
): Words {
  if (fact === undefined) {
    const hours = hoursInWords(line.hours);
    return {
      wrong: `“${words}” contradicts the hours of the line, “${hours}”.`,
      instead: `Write ${plain ? `“${hours}”` : '<Hours />'}, or change the hours in content/settings/line.yaml.`,
    };
  }
  const { says } = facts[fact];
  return {
    wrong: `“${words}” contradicts a fact, “${says}”.`,
    instead: `Write ${plain ? `“${says}”` : `<Fact id="${fact}" />`}, or change ${fact} in content/settings/facts.yaml.`,
  };
}

/** Words that state a number of the service otherwise than the settings do, as they stand and where. */
export const contradictionsIn = (text: string, settings: Settings) =>
  [...text.matchAll(SENTENCE)]
    .filter(({ 0: sentence }) => !OTHERWISE.test(sentence))
    .flatMap(({ 0: sentence, index: start }) =>
      PATTERNS.flatMap(({ sentences, pattern }) =>
        [...sentence.matchAll(pattern)]
          .filter(({ groups = {} }) => !sentences.holds(groups, settings))
          .map(({ 0: words, index }) => ({ words, index: start + index, sentences })),
      ),
    );

/** A passage’s numbers that contradict the settings: readers would be told a wrong one. */
export const contradictionFaults = (passage: Passage, settings: Settings): Fault[] =>
  contradictionsIn(passage.written, settings).map(({ words, index, sentences }) => ({
    where: passage.where,
    line: passage.lineAt(index),
    ...told(oneLine(words), sentences, settings, passage.plain ?? false),
  }));
