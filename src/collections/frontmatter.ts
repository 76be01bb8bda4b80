import { parse, YAMLParseError } from 'yaml';
import { ContentError } from './faults.ts';

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

const COLON = 'Expected every value with a colon in it to stand in double quotes.';

/** Adds the line of the file to what the YAML reader found wrong; the first line of dashes is line 1. */
function unreadable(file: string, error: YAMLParseError): ContentError {
  const line = (error.linePos?.[0].line ?? 0) + 1;
  const [what = ''] = error.message.split(/ at line \d+/);
  return new ContentError(
    `${file}:${line}: the part between the lines of dashes cannot be read: ${what}. ${COLON}`,
  );
}

/** What stands between the two lines of dashes at the top of a page. Throws ContentError when there is nothing to read. */
export function readFrontmatter(file: string, source: string): unknown {
  const fields = FRONTMATTER.exec(source)?.[1];
  if (fields === undefined) {
    throw new ContentError(
      `${file}:1: received a page without fields. Expected a line of three dashes, the fields, and a line of three dashes.`,
    );
  }
  try {
    return parse(fields) ?? {};
  } catch (error) {
    if (error instanceof YAMLParseError) throw unreadable(file, error);
    throw error;
  }
}
