import { oneLine } from './block.ts';

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** A sentence, on one line, and where in the text it begins. */
export interface Sentence {
  readonly text: string;
  readonly at: number;
}

/** The sentences of a text, in order; words without a full stop are one. */
export const sentencesOf = (text: string): Sentence[] =>
  [...segmenter.segment(text.replaceAll('\n', ' '))]
    .map(({ segment, index }) => ({
      text: oneLine(segment),
      at: index + segment.length - segment.trimStart().length,
    }))
    .filter(({ text: words }) => words !== '');

/** The words of a text: anything with a letter or a figure in it, between spaces and dashes. */
export const wordsOf = (text: string): string[] =>
  text.split(/[\s–—/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
