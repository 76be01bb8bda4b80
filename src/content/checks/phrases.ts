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

/** Each list's patterns, made once: every passage of the site is held to all of them. */
const patterns = new WeakMap<PhraseList, readonly RegExp[]>();

function patternsOf(list: PhraseList): readonly RegExp[] {
  const known = patterns.get(list);
  if (known) return known;
  const made = list.phrases.map(([find]) => pattern(find, list.exact));
  patterns.set(list, made);
  return made;
}

/** Every phrase of a list that a passage uses. */
export const phraseFaults = (passage: Passage, list: PhraseList): Fault[] =>
  patternsOf(list).flatMap((phrase, at) =>
    foundIn(passage, phrase, (words) => ({
      wrong: `“${words}” ${list.wrong}.`,
      instead: list.phrases[at]?.[1] ?? '',
    })),
  );
