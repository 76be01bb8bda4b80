import { canonicalPhone } from '../phone.ts';
import { indexed } from './fold.ts';

/** What is kept beside what somebody sent, so that it is found again: their number in one way, and every word folded. */
export interface Searchable {
  phoneNumber: string | undefined;
  /** Words with a space between them, each once. */
  folded: string;
}

/** Stands before the digits of a number read from its end, and before no word. */
export const BACKWARDS = 'r';

export const reversed = (digits: string): string => [...digits].reverse().join('');

/** A number is found by its digits from the front, as dialled from here or from abroad, and from the end. */
function digitsOf(phoneNumber: string): string[] {
  const digits = /\d+/.exec(phoneNumber)?.[0] ?? '';
  const athome = digits.startsWith('44') ? [`0${digits.slice(2)}`] : [];
  return [digits, ...athome, BACKWARDS + reversed(digits)];
}

/** What may be a telephone among words: seven digits or more, with no letter and little else between them. */
const AMONG_WORDS = /[+\uFF0B(]{0,2}\p{Nd}(?:[^\p{L}\p{Nd}\n]{0,3}\p{Nd}){6,19}/gu;

/** More numbers than anybody gives in one text. */
const MOST_NUMBERS = 10;

/** Numbers that stand among words, by which they are found as one in a field of its own is. */
const numbersAmong = (text: string): string[] =>
  (text.match(AMONG_WORDS) ?? []).slice(0, MOST_NUMBERS).flatMap((run) => {
    const number = canonicalPhone(run);
    return number === undefined ? [] : digitsOf(number);
  });

/** How the words and the number that somebody sent are found again. */
export function searchable(texts: readonly (string | undefined)[], phone?: string): Searchable {
  const phoneNumber = phone === undefined ? undefined : canonicalPhone(phone);
  const words = texts.flatMap((text) =>
    text === undefined ? [] : [...indexed(text), ...numbersAmong(text)],
  );
  const digits = phoneNumber === undefined ? [] : digitsOf(phoneNumber);
  return { phoneNumber, folded: [...new Set([...words, ...digits])].join(' ') };
}
