import type { Fault } from './fault.ts';
import { foundIn, type Passage } from './passage.ts';

/** Words not to use, and what to write instead. Spaces in `find` stand for any space. */
export type Phrase = readonly [find: string, instead: string];

/** A list of phrases and what is wrong with each of them. `exact` lists tell capitals apart. */
export interface PhraseList {
  readonly wrong: string;
  readonly phrases: readonly Phrase[];
  readonly exact?: boolean;
}

const pattern = (find: string, exact = false) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${find.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`,
    exact ? 'gu' : 'giu',
  );

/** Every phrase of a list that a passage uses. */
export const phraseFaults = (passage: Passage, { wrong, phrases, exact }: PhraseList): Fault[] =>
  phrases.flatMap(([find, instead]) =>
    foundIn(passage, pattern(find, exact), (words) => ({ wrong: `“${words}” ${wrong}.`, instead })),
  );
