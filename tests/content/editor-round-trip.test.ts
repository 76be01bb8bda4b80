import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXAMPLES_FILE, examplesIn } from '#content/readme-examples.ts';
import { loadReading } from '../../netlify/edit/load-reading.ts';
import { picturesOf } from '../../netlify/edit/page-pictures.ts';
import { readKnown } from '../../netlify/edit/read-known.ts';
import { editedFiles } from '../../netlify/edit/write-content.ts';

const reading = loadReading()(readKnown(process.cwd()));
const FILES = editedFiles(process.cwd()).map(
  (path) => [path, readFileSync(join('content', path), 'utf8')] as const,
);

/** A paragraph or an item of running words, as the editor writes it. */
const PARAGRAPH = /^ *(?:\* )?\p{Lu}[^|\n]*\p{L}[.?]$/gmu;

/** A page's fields, and its words. */
const halves = (page: string) => /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(page)?.slice(1) ?? [];

const hasParagraphs = (page: string) => halves(page)[1]?.match(PARAGRAPH) != null;

describe('a file of content', () => {
  // `npm run format` writes a file that was changed by hand as the editor would.
  test.each(FILES)('%s, opened and saved, is as it was, byte for byte', (path, text) => {
    expect(reading.saved(path, text, picturesOf(process.cwd(), path))).toBe(text);
  });

  test.each(FILES.filter(([path, text]) => path.endsWith('.mdx') && hasParagraphs(text)))(
    '%s, with words put to each paragraph, differs in those',
    (path, text) => {
      const [fields = '', words = ''] = halves(text);
      const longer = fields + words.replaceAll(PARAGRAPH, (paragraph) => `${paragraph} Truly.`);
      expect(longer).not.toBe(text);
      expect(reading.saved(path, longer, picturesOf(process.cwd(), path))).toBe(longer);
    },
  );
});

const FIELDS = reading.saved('pages/plan.mdx', '---\ntitle: Plan\n---\n');
const EXAMPLES = examplesIn(readFileSync(EXAMPLES_FILE, 'utf8'));

describe('an example in docs/content.md', () => {
  test.each(EXAMPLES.map(({ under, words }) => [under, words]))(
    'under “%s” is written as the editor writes it',
    (_, words) => {
      const page = `${FIELDS.trimEnd()}\n${words}`;
      const pictures = new Map([['room.jpg', Buffer.from('a picture')]]);
      expect(reading.saved('pages/plan.mdx', page, pictures)).toBe(page);
    },
  );
});
