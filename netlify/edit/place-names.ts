import { addressOf, pageId } from '../../src/content/page-files.ts';
import type { Settings } from '../../src/domain/settings/settings.ts';
import { QUESTIONS, SETTINGS_FORMS } from './forms/names.ts';

/** What staff know a file below `content` by: "Home page", "The page /plan/", "Telephone and hours"; its path for another. */
export function placeName(path: string): string {
  const [, entry] = /^pages\/(.+\.mdx)$/.exec(path) ?? [];
  if (entry === 'index.mdx') return 'Home page';
  if (entry !== undefined) return `The page ${addressOf(pageId(entry))}`;
  const [, name] = /^(?:settings\/)?([\w-]+)\.yaml$/.exec(path) ?? [];
  if (name === QUESTIONS) return 'Questions people ask';
  return SETTINGS_FORMS[name as keyof Settings]?.[1] ?? path;
}
