import { ContentError } from './faults.ts';
import { parseYaml } from './read-yaml.ts';

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** What stands between the two lines of dashes at the top of a page. Throws ContentError when it cannot be read. */
export function readFrontmatter(file: string, source: string): unknown {
  const fields = FRONTMATTER.exec(source)?.[1];
  if (fields === undefined) {
    throw new ContentError(
      `${file}:1: received a page without fields. Expected a line of three dashes, the fields, and a line of three dashes.`,
    );
  }
  return parseYaml(file, fields, 1) ?? {};
}
