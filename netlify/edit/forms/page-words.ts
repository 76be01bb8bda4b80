import { fields } from '@keystatic/core';
import { cleanText } from '../../../src/domain/clean.ts';

/** A space before or after the words of a line, which says nothing: the editor would write it so that it stays. */
const SPACE_AT_EDGE = /(?<=^ *)&#x20;|&#x20;$/gm;

/** The editor would save a picture written by hand as words. */
const PICTURE_BY_HAND = /(?<!\\)!\[[^\]]*\]\([^)]*\)/;
const BY_HAND =
  'This page has a picture written by hand, ![…](…), which would be lost here. Write it as <Picture> first: docs/content.md shows how.';

/** What was written, cleaned as every form is; white space at the ends stays. */
const cleaned = (text: string) =>
  text.replaceAll(SPACE_AT_EDGE, '').replace(/\S(?:[\s\S]*\S)?/, cleanText);

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

/** The words of a page, which are cleaned as they are saved. */
export function cleanedWords(options: Parameters<typeof fields.mdx>[0]) {
  const field = fields.mdx(options);
  return {
    ...field,
    parse(...given: Parameters<typeof field.parse>) {
      const { content } = given[1];
      if (content && PICTURE_BY_HAND.test(decoder.decode(content))) throw new Error(BY_HAND);
      return field.parse(...given);
    },
    serialize(...given: Parameters<typeof field.serialize>) {
      const { content, ...rest } = field.serialize(...given);
      return { ...rest, content: content && encoder.encode(cleaned(decoder.decode(content))) };
    },
  };
}
