import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReading } from './load-reading.ts';
import { picturesOf } from './page-pictures.ts';
import { readKnown } from './read-known.ts';

/** Every file of `content` below `root` that the editor opens. */
export const editedFiles = (root: string): string[] =>
  globSync(['pages/**/*.mdx', 'settings/*.yaml', 'questions.yaml'], {
    cwd: join(root, 'content'),
  }).sort();

/**
 * Writes every file the editor opens below `root` as the editor would, so that what staff change there is all that
 * changes. Returns the files that were written.
 */
export function writeContent(root: string): string[] {
  const reading = loadReading()(readKnown(root));
  return editedFiles(root).filter((path) => {
    const file = join(root, 'content', path);
    const text = readFileSync(file, 'utf8');
    const saved = reading.saved(path, text, picturesOf(root, path));
    if (saved !== text) writeFileSync(file, saved);
    return saved !== text;
  });
}

if (import.meta.main) {
  for (const path of writeContent(process.cwd())) console.log(`content/${path}`);
}
