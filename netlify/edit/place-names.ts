import { addressOf, pageId } from '../../src/content/page-files.ts';
import { fieldName } from '../../src/content/schema-faults.ts';
import type { Settings } from '../../src/domain/settings/settings.ts';
import type { Finding } from './finding-fields.ts';
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

/** A file below the root as one below `content`. */
const below = (where: string) => where.replace(/^content\//, '');

/** Files and folders of content, in what is said of them. */
const PATHS = /\bcontent\/[\w./-]*\w/g;

/** A file or folder by the name it has in the editor, in the middle of a sentence; its path where it has none there. */
function nameInSentence(path: string): string {
  const inside = below(path);
  const name = placeName(inside);
  if (name === inside) return path;
  return /^The (?:page|picture) /.test(name) ? name.replace('The', 'the') : `“${name}”`;
}

/** What a check says, with each file by the name it has in the editor. */
export const inStaffWords = (said: string): string => said.replaceAll(PATHS, nameInSentence);

/** What the editor puts in by itself, as the checks say it. */
const TAG = /Write (<([A-Z]\w+)[^>]*\/>)/g;

/** What the checks find in a line, with its place as staff know it: the form, and the field as the form labels it. */
export function staffLine({ where, field, label, wrong, instead }: Finding): string {
  const place = placeName(below(where));
  const said = inStaffWords(`${wrong} ${instead}`).replaceAll(
    TAG,
    'Press + and choose $2, or write $1',
  );
  if (label === undefined) return `${place}: ${said}`;
  const name = field && fieldName(field);
  // A sentence that names its field as files do, names it as the form does, and then once is enough.
  return name && said.includes(name)
    ? `${place}: ${said.replace(name, `“${label}”`)}`
    : `${place} → ${label}: ${said}`;
}

/** Where the form of a file below `content` is, below the editor’s own address; undefined where there is none. */
export function formAt(path: string): string | undefined {
  const [, slug] = /^pages\/(.+)\.mdx$/.exec(path) ?? [];
  if (slug !== undefined) return `/collection/pages/item/${encodeURIComponent(slug)}`;
  const name = settingsIn(path);
  return name === undefined ? undefined : `/singleton/${name}`;
}

/** Where the form is that a finding is about, below the editor’s own address. */
export const formOf = ({ where }: Finding): string | undefined => formAt(below(where));
