import type { ComponentSchema } from '@keystatic/core';
import { NOTHING, pageWordsFindings, titleFindings, wordsFindings } from '../checks/in-form.ts';
import { cleanedWords } from './page-words.ts';
import type { Known } from './site-facts.ts';
import { AT_END, allWithFindings, withFindings } from './with-findings.ts';

type Fields = Record<string, ComponentSchema>;
type BodyOptions = Parameters<typeof cleanedWords>[0];

/** Fields whose words are looked through as they are typed, by what is known of the site by then. */
export const checkedWords = (fields: Fields, known: Known): Fields =>
  allWithFindings(fields, (words) => (known.site ? wordsFindings(words, known.site) : NOTHING));

/** The same for the fields of a page, whose title no other page may have. */
export const checkedPage = ({ title, ...fields }: Fields, known: Known): Fields => ({
  ...(title && {
    title: withFindings(title, (words: string) =>
      known.site ? titleFindings(words, known.site) : NOTHING,
    ),
  }),
  ...checkedWords(fields, known),
});

const decoder = new TextDecoder();

/** The words of a page, which are looked through as they are typed. */
export function checkedBody(known: Known, options: BodyOptions): ComponentSchema {
  const field = cleanedWords(options);
  const textOf = (value: Parameters<typeof field.serialize>[0]) =>
    decoder.decode(field.serialize(value, { slug: undefined }).content);
  return withFindings(
    field,
    (value: Parameters<typeof field.serialize>[0]) =>
      known.site ? pageWordsFindings(textOf(value), known.site, known.questions) : NOTHING,
    AT_END,
  );
}
