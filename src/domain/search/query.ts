import { EmailSchema } from '../email-address.ts';
import { canonicalPhone } from '../phone.ts';
import { REFERENCE_ALPHABET, REFERENCE_LENGTH } from '../reference.ts';
import { isUnspaced, stretchesOf, wordsIn } from './fold.ts';
import { BACKWARDS, reversed } from './searchable.ts';

/** What a search looks for. */
export interface Sought {
  /**
   * In PostgreSQL's words for text search: a part of the reference of a case, or words that must be in what was sent
   * about it. Undefined where there is nothing to look for in what was typed.
   */
  words: string | undefined;
}

/** Fewer characters of a reference, or digits of a number, are no help. */
const LEAST = 3;
const LEAST_DIGITS = 4;

/** More words than anybody types. */
const MOST_WORDS = 20;

const PART = new RegExp(`^[${REFERENCE_ALPHABET}]{${LEAST},${REFERENCE_LENGTH}}$`);

/** Stands before each end of a reference among the words of a case, and in none of them. */
const REFERENCE = '#';

function partOfReference(q: string): string[] {
  const plain = q.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  return PART.test(plain) ? [`'${REFERENCE}${plain}':*`] : [];
}

/**
 * A word to begin with, or all of it where it has one letter or two: half of all words begin with those. It is
 * letters, digits and marks alone, so nothing in it can end the quotes.
 */
const beginning = (word: string) =>
  word.length < LEAST && !isUnspaced(word) ? `'${word}'` : `'${word}':*`;

const joined = (terms: readonly string[], sign: '&' | '|') => {
  const [first = '', ...more] = new Set(terms);
  return more.length === 0 ? first : `(${[first, ...more].join(` ${sign} `)})`;
};
const all = (terms: readonly string[]) => joined(terms, '&');
const any = (terms: readonly string[]) => joined(terms, '|');

/** Digits from the end of a number. */
const backwards = (digits: string) =>
  /^\d+$/.test(digits) && digits.length >= LEAST_DIGITS
    ? [beginning(BACKWARDS + reversed(digits))]
    : [];

/** An address in other letters is kept as the network has it; among words it stands as it was written. */
const asKept = (word: string) =>
  word.includes('@') ? [word, EmailSchema.safeParse(word).data ?? word] : [word];

/** One word typed: all of it, or its parts; digits may end a number; an address is looked for as a whole. */
const termOf = (typed: string): string[] => {
  const terms = asKept(typed)
    .flatMap(wordsIn)
    .map(({ parts, whole }) => {
      const stretches = all(parts.flatMap(stretchesOf).map(beginning));
      const isAddress = typed.includes('@');
      return any([beginning(whole), ...(isAddress ? [] : [stretches]), ...backwards(whole)]);
    });
  return terms.length > 0 ? [any(terms)] : [];
};

/** Nothing but what numbers are written with. */
const NUMBER = /^[\d\s()[\]+.,;:/\p{Pd}]*\d[\d\s()[\]+.,;:/\p{Pd}a-z#=]*$/u;

/** A number, however it is written, or the digits it begins or ends with. */
function numberIn(q: string): string[] {
  if (!NUMBER.test(q.toLowerCase())) return [];
  const digits = q.replace(/\D/g, '').replace(/^00/, '');
  return digits.length < LEAST_DIGITS ? [] : [beginning(digits), ...backwards(digits)];
}

/** A whole number, in the one way that tells whether two are the same. */
const wholeNumberIn = (q: string): string[] => {
  const digits = /\d+/.exec(canonicalPhone(q) ?? '')?.[0];
  return digits === undefined ? [] : [beginning(digits)];
};

/** What a search for `q` looks for; nothing when there is nothing in it to look for. */
export function soughtIn(q: string): Sought {
  const number = wholeNumberIn(q);
  const words = number.length > 0 ? [] : q.split(/\s+/).slice(0, MOST_WORDS).flatMap(termOf);
  const either = [
    ...partOfReference(q),
    ...(words.length > 0 ? [all(words)] : []),
    ...number,
    ...numberIn(q),
  ];
  return { words: either.length > 0 ? any(either) : undefined };
}
