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

/** How the words and the number that somebody sent are found again. */
export function searchable(texts: readonly (string | undefined)[], phone?: string): Searchable {
  const phoneNumber = phone === undefined ? undefined : canonicalPhone(phone);
  const words = texts.flatMap((text) => (text === undefined ? [] : indexed(text)));
  const digits = phoneNumber === undefined ? [] : digitsOf(phoneNumber);
  return { phoneNumber, folded: [...new Set([...words, ...digits])].join(' ') };
}
