import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './checks/fault.ts';
import { readText } from './read-text.ts';

/** Where pages stand, below the project's root. */
export const PAGES_FOLDER = 'content/pages';

/** Which files there are pages. */
export const PAGES_PATTERN = '**/*.mdx';

/** A page as it stands on disk: its file below the root, its id, and everything in it. */
export interface PageFile {
  readonly file: string;
  readonly id: string;
  readonly source: string;
  /** What keeps it from being read as text. */
  readonly unread?: readonly Fault[];
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
    .map((entry) => {
      const file = `${PAGES_FOLDER}/${entry}`;
      const { text, faults } = readText(root, file);
      return { file, id: pageId(entry), source: text, unread: faults };
    });
