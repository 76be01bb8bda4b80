import { addressOf, pageId } from '../../src/content/page-files.ts';
import type { Settings } from '../../src/domain/settings/settings.ts';
import { PICTURES, QUESTIONS, SETTINGS_FORMS } from './forms/names.ts';

/** The settings a file below `content` holds, by name; the questions are beside them. */
const settingsIn = (path: string) => /^(?:settings\/)?([\w-]+)\.yaml$/.exec(path)?.[1];

/**
 * What staff know a file below `content` by: "Home page", "The page /plan/", "The picture room.jpg", "Telephone and
 * hours"; its path for another.
 */
export function placeName(path: string): string {
  const [, entry] = /^pages\/(.+\.mdx)$/.exec(path) ?? [];
  if (entry === 'index.mdx') return 'Home page';
  if (entry !== undefined) return `The page ${addressOf(pageId(entry))}`;
  if (path.startsWith(`${PICTURES}/`)) return `The picture ${path.split('/').at(-1)}`;
  const name = settingsIn(path);
  if (name === QUESTIONS) return 'Questions people ask';
  return SETTINGS_FORMS[name as keyof Settings]?.[1] ?? path;
}

const LINE = /^content\/([^:]+?)(?::\d+)?: ([\s\S]*)$/;

/** What the editor puts in by itself, as the checks say it. */
const TAG = /Write (<([A-Z]\w+)[^>]*\/>)/g;

/** A line of what the checks find, with its place as staff know it. */
export function staffLine(line: string): string {
  const [, path, said] = LINE.exec(line) ?? [];
  if (path === undefined) return line;
  return `${placeName(path)}: ${said?.replaceAll(TAG, 'Press + and choose $2, or write $1')}`;
}

/** Where the form of a file below `content` is, below the editor’s own address; undefined where there is none. */
export function formAt(path: string): string | undefined {
  const [, slug] = /^pages\/(.+)\.mdx$/.exec(path) ?? [];
  if (slug !== undefined) return `/collection/pages/item/${encodeURIComponent(slug)}`;
  const name = settingsIn(path);
  return name === undefined ? undefined : `/singleton/${name}`;
}

/** Where the form is that a line of what the checks find is about, below the editor’s own address. */
export const formOf = (line: string): string | undefined => formAt(LINE.exec(line)?.[1] ?? '');
