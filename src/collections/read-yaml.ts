import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { ContentError } from './faults.ts';

/** What YAML says cannot be read, without the excerpt it adds. */
const whatIsWrong = ({ message }: YAMLParseError) => message.split(/ at line \d+/)[0] ?? '';

/**
 * `text` as YAML. `file` is the file it stands in, `linesBefore` how many of its lines come before.
 * Throws ContentError naming the line that cannot be read.
 */
export function parseYaml(file: string, text: string, linesBefore = 0): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = (error.linePos?.[0].line ?? 1) + linesBefore;
    throw new ContentError(
      `${file}:${line}: the fields cannot be read: ${whatIsWrong(error)}. Expected each field as a name, a colon and a space, then its value; a value with a colon in it stands in double quotes.`,
    );
  }
}

/** The YAML file `file` below `root`. Throws ContentError when it is missing, or naming the line that cannot be read. */
export function readYaml(root: string, file: string): unknown {
  let text: string;
  try {
    text = readFileSync(join(root, file), 'utf8');
  } catch {
    throw new ContentError(
      `${file} is missing. Put the file back; the site cannot be built without it.`,
    );
  }
  return parseYaml(file, text);
}
