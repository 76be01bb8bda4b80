/** Marks that people type, leave out or mistake for one another inside a name. */
const APOSTROPHES = /['’‘‛ʼʻʹʽ′‵`´＇]/g;

/** Letters that Unicode takes for letters of their own, and staff for the plain one. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Accents and joiners of every script, and the points of Hebrew. */
const MARKS = /\p{sc=Inherited}|[\u0591-\u05C7]/gu;

/** A text as search compares it: in small letters without accents, its compatible characters as plain ones. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter);

/** Scripts that set no spaces between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Whether a word is of a script that sets no spaces between words. */
export const isUnspaced = (word: string): boolean => UNSPACED.test(word);

/** How much of such a text is looked at in one go. */
const WINDOW = 4;

/** Longer than any word; what follows is left out of the index and of what is looked for alike. */
const MOST = 64;

const cut = (word: string) => (word.length <= MOST ? word : [...word].slice(0, MOST).join(''));

const partsOf = (text: string) => folded(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** One word as it was typed: the parts punctuation leaves, and all of them as one. */
interface Word {
  readonly parts: readonly string[];
  readonly whole: string;
}

/** What somebody typed, word by word; an apostrophe parts nothing. */
export const wordsIn = (text: string): Word[] =>
  text
    .replace(APOSTROPHES, '')
    .split(/\s+/)
    .map((word) => partsOf(word))
    .filter((parts) => parts.length > 0)
    .map((parts) => ({ parts: parts.map(cut), whole: cut(parts.join('')) }));

/** The stretches of a part by which it is found: in scripts without spaces a few characters from each place on. */
export function stretchesOf(part: string): string[] {
  if (!isUnspaced(part)) return [part];
  const characters = [...part];
  const last = Math.max(characters.length - WINDOW, 0);
  return characters.slice(0, last + 1).map((_, at) => characters.slice(at, at + WINDOW).join(''));
}

/** Every word by which a text is found; a part after an apostrophe is one too, so that Connor finds O’Connor. */
export function indexed(text: string): string[] {
  const apart = partsOf(text.replace(APOSTROPHES, ' ')).map(cut);
  const together = wordsIn(text).flatMap(({ parts, whole }) => [...parts, whole]);
  const ends = apart.flatMap((part) =>
    isUnspaced(part) ? [...part].map((_, at) => [...part].slice(at, at + WINDOW).join('')) : [],
  );
  return [...apart, ...together, ...ends];
}
