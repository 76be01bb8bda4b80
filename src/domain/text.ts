import * as z from 'zod';
import { cleanLine, cleanText } from './clean.ts';
import { figure } from './count-words.ts';
import type { FieldTaken } from './fields.ts';

/** A text as long as people count it: characters, not the units a computer keeps them in. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What is wrong with the length of a cleaned text, with both numbers; nothing when it fits. */
export function lengthFault(
  text: string,
  { called, lengthOf: said = called, most }: Pick<FieldTaken, 'called' | 'lengthOf' | 'most'>,
): string | undefined {
  if (text.length <= most) return undefined;
  const length = lengthOf(text);
  if (length <= most) return undefined;
  return `${capital(said)} must be ${figure(most)} characters or fewer. It is ${figure(length)}.`;
}

/** A cleaned text that is not empty and not too long; `empty` is said of one in which nothing can be seen. */
const fitting = (field: FieldTaken, clean: (typed: string) => string, empty: string) =>
  z.string({ error: empty }).transform((typed, context) => {
    const text = clean(typed);
    const message = text === '' ? empty : lengthFault(text, field);
    if (message === undefined) return text;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** One line of text, cleaned. */
export const lineOf = (field: FieldTaken) => fitting(field, cleanLine, `Enter ${field.called}`);

/** Several lines of text that must be given, cleaned; `empty` is said where nothing is. */
export const neededText = (field: FieldTaken, empty: string) => fitting(field, cleanText, empty);

/** Several lines of text, cleaned; `\n` ends a line. */
export const textOf = (field: FieldTaken) =>
  fitting(field, cleanText, `Enter ${field.called}, or leave it out`);
