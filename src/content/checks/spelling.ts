import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';
import type { Fault } from './fault.ts';
import type { Passage } from './passage.ts';

/** Words of the project that no dictionary has, one a line, below the project's root. */
export const SPELLING_FILE = 'content/spelling.txt';

/** What is known of words. */
export interface Spelling {
  /** Whether a word, with a straight apostrophe if any, is spelt as British English or the project's list has it. */
  readonly knows: (word: string) => boolean;
  /** The word that was most likely meant. */
  readonly meant: (word: string) => string | undefined;
}

/** The words of the dictionary’s package, beside the one file of it that can be asked for by name. */
const WORDS = 'en_GB.trie.gz';

/** Letters, with apostrophes and hyphens between; a word with figures in it is a code. */
const WORD = /(?<![\p{L}\p{N}@./:_-])\p{L}+(?:[’'-]\p{L}+)*(?![\p{L}\p{N}@_]|[./:]\p{L})/gu;

/** Initials, such as DBS, which no dictionary has all of. */
const INITIALS = /^\p{Lu}+(?:'s|s)?$/u;

type Trie = ReturnType<typeof decodeTrie>;

let british: Trie | undefined;

/** Read once: it takes a third of a second, and only checks need it. */
function dictionary(): Trie {
  british ??= decodeTrie(
    gunzipSync(readFileSync(new URL(WORDS, import.meta.resolve('@cspell/dict-en-gb')))),
  );
  return british;
}

const linesOf = (file: string): string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
    : [];

/** British English, and the words listed in the project at `root`. */
export function spellingOf(root: string): Spelling {
  const own = new Set(linesOf(join(root, SPELLING_FILE)).map((word) => word.toLowerCase()));
  const has = (word: string) =>
    own.has(word.toLowerCase()) ||
    dictionary().hasWord(word, true) ||
    // A capital at the beginning of a sentence; a name without its capital stays wrong.
    dictionary().hasWord(word.charAt(0).toLowerCase() + word.slice(1), true);
  const knows = (word: string) => has(word) || has(word.replace(/'s$|'$/, ''));
  const meant = (word: string) =>
    dictionary()
      .suggest(word, { numSuggestions: 8, ignoreCase: false })
      .find((suggestion) => suggestion !== word);
  return { knows, meant };
}

/** The parts of a word that are spelt wrong: none when the whole is known, whatever its parts. */
function unknownIn(word: string, { knows }: Spelling): string[] {
  const straight = word.replaceAll('’', "'");
  if (knows(straight)) return [];
  return straight
    .split('-')
    .filter((part) => part.length > 1 && !INITIALS.test(part) && !knows(part));
}

/** Words spelt as no British dictionary has them, each with the word that was most likely meant. */
export const spellingFaults = (passage: Passage, spelling: Spelling): Fault[] =>
  [...passage.written.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    unknownIn(word, spelling).map((part) => {
      const meant = spelling.meant(part);
      const listed = `If it is right, add it to ${SPELLING_FILE}.`;
      return {
        where: passage.where,
        line: passage.lineAt(index),
        wrong: `“${part}” is not in the dictionary.`,
        instead: meant === undefined ? listed : `Did you mean “${meant}”? ${listed}`,
      };
    }),
  );
