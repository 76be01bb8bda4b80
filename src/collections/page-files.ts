import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where pages stand, below the project's root. */
export const PAGES_FOLDER = 'content/pages';

/** Which files there are pages. */
export const PAGES_PATTERN = '**/*.mdx';

/** A page as it stands on disk: its file below the root, its id, and everything in it. */
export interface PageFile {
  readonly file: string;
  readonly id: string;
  readonly source: string;
}

/** A page's id from its file below the folder of pages: "a/index.mdx" and "a.mdx" are both "a"; the home page is "index". */
export const pageId = (entry: string): string =>
  entry.replace(/\.mdx$/, '').replace(/\/index$/, '');

/** A page's address from its id. */
export const addressOf = (id: string): string => (id === 'index' ? '/' : `/${id}/`);

/** Every page below `root`, in the order of their files. */
export const pageFiles = (root: string): PageFile[] =>
  globSync(PAGES_PATTERN, { cwd: join(root, PAGES_FOLDER) })
    .map((entry) => entry.replaceAll('\\', '/'))
    .sort()
    .map((entry) => ({
      file: `${PAGES_FOLDER}/${entry}`,
      id: pageId(entry),
      source: readFileSync(join(root, PAGES_FOLDER, entry), 'utf8'),
    }));
