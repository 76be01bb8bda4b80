import { addressOf, pageId } from '../../src/content/page-files.ts';
import type { Settings } from '../../src/domain/settings/settings.ts';
import { QUESTIONS, SETTINGS_FORMS } from './forms/names.ts';

/** The settings a file below `content` holds, by name; the questions are beside them. */
const settingsIn = (path: string) => /^(?:settings\/)?([\w-]+)\.yaml$/.exec(path)?.[1];

/** What staff know a file below `content` by: "Home page", "The page /plan/", "Telephone and hours"; its path for another. */
export function placeName(path: string): string {
  const [, entry] = /^pages\/(.+\.mdx)$/.exec(path) ?? [];
  if (entry === 'index.mdx') return 'Home page';
  if (entry !== undefined) return `The page ${addressOf(pageId(entry))}`;
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

/** Where the form is that a line of what the checks find is about, below the editor’s own address. */
export function formOf(line: string): string | undefined {
  const [, path = ''] = LINE.exec(line) ?? [];
  const [, slug] = /^pages\/(.+)\.mdx$/.exec(path) ?? [];
  if (slug !== undefined) return `/collection/pages/item/${encodeURIComponent(slug)}`;
  const name = settingsIn(path);
  return name === undefined ? undefined : `/singleton/${name}`;
}
