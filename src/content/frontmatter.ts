import { refusal } from './faults.ts';
import { type Fields, parseFields } from './read-yaml.ts';

/** What some editors put at the very beginning of a text (Unicode, U+FEFF). */
const BYTE_ORDER_MARK = '\uFEFF';

const OPENS = /^---[ \t]*\r?\n/;
const FRONTMATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** What stands between the two lines of dashes at the top of a page. Throws ContentError when it cannot be read. */
export function readFrontmatter(file: string, source: string): Fields {
  const text = FRONTMATTER.exec(source)?.[1];
  if (text !== undefined) return parseFields(file, text, 1);
  if (source.startsWith(BYTE_ORDER_MARK)) {
    throw refusal({
      where: file,
      line: 1,
      wrong: 'The file begins with a mark nobody sees, so its fields cannot be read.',
      instead: 'Save it again as plain text in UTF-8 without a byte order mark (BOM).',
    });
  }
  throw refusal(
    OPENS.test(source)
      ? {
          where: file,
          line: 1,
          wrong: 'The fields at the top of the page have no end.',
          instead: 'Write a line of three dashes (---) after the last of them.',
        }
      : {
          where: file,
          line: 1,
          wrong: 'The page has no fields.',
          instead:
            'Begin with a line of three dashes (---), then title, heading and description, then three dashes again.',
        },
  );
}
