import type { ComponentSchema } from '@keystatic/core';
import { pageWordsFindings, wordsFindings } from '../checks/in-form.ts';
import { cleanedWords } from './page-words.ts';
import type { Known } from './site-facts.ts';
import { allWithFindings, withFindings } from './with-findings.ts';

type Fields = Record<string, ComponentSchema>;
type BodyOptions = Parameters<typeof cleanedWords>[0];

/** Fields whose words are looked through as they are typed, as far as the site is known. */
export const checkedWords = (fields: Fields, { site }: Known): Fields =>
  site ? allWithFindings(fields, (words) => wordsFindings(words, site)) : fields;

const decoder = new TextDecoder();

/** The words of a page, which are looked through as they are typed. */
export function checkedBody({ site, questions }: Known, options: BodyOptions): ComponentSchema {
  const field = cleanedWords(options);
  if (!site) return field;
  const textOf = (value: Parameters<typeof field.serialize>[0]) =>
    decoder.decode(field.serialize(value, { slug: undefined }).content);
  return withFindings(field, (value: Parameters<typeof field.serialize>[0]) =>
    pageWordsFindings(textOf(value), site, questions),
  );
}
