import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PICTURES } from './forms/names.ts';

/** The pictures of a page, by the names of their files. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** A page as the editor names it, from its path below `content`. */
export const slugOf = (path: string): string => path.replace(/^pages\//, '').replace(/\.mdx$/, '');

/** The pictures of the page at `path` below `content`, which stand in a folder of their own. */
export function picturesOf(root: string, path: string): Pictures {
  const folder = join(root, 'content', PICTURES, slugOf(path));
  const files = path.endsWith('.mdx') ? globSync('*.*', { cwd: folder }) : [];
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}
