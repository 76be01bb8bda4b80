import { COMPONENTS } from '../../src/content/components.ts';
import { addressOf, pageId } from '../../src/content/page-files.ts';
import { fieldName } from '../../src/content/schema-faults.ts';
import type { Settings } from '../../src/domain/settings/settings.ts';
import type { Finding } from './finding-fields.ts';
import { labelOf } from './forms/named.ts';
import { PICTURES, QUESTIONS, SETTINGS_FORMS } from './forms/names.ts';
import { partName } from './forms/part-names.ts';

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

/** A field of a part, as files have it: “ids” in <AskUs>. */
const FIELD_OF_PART = /“([\w-]+)” in (?=<[A-Z]\w+>)/g;

/** A field within others: “foot → under”, “was → number 2”. */
const FIELD_WITHIN = /“([a-z][\w-]*(?: → (?:number \d+|[a-z][\w-]*))+)”/g;

/** A setting and where it stands: horizon-days in content/settings/calls.yaml. */
const SETTING = /(?<=[ (])([a-z]+(?:-[a-z]+)+)(?= in content\/settings\/)/g;

/** A part by its tag alone. */
const PART = /<([A-Z]\w+)>/g;

/** What the editor puts in by itself, as the checks say it. */
const TAG = /\b([Ww])rite (<([A-Z]\w+)[^>]*\/>)/g;

/** What a check says, with each file, field and part by the name it has in the editor, and parts put in as it puts them in. */
export const inStaffWords = (said: string): string =>
  said
    .replaceAll(FIELD_OF_PART, (_, name: string) => `“${labelOf(name)}” in `)
    .replaceAll(
      FIELD_WITHIN,
      (_, path: string) => `“${path.split(' → ').map(labelOf).join(' → ')}”`,
    )
    .replaceAll(SETTING, (_, name: string) => `“${labelOf(name)}”`)
    .replaceAll(PART, (tag, name: string) => (COMPONENTS[name] ? `“${partName(name)}”` : tag))
    .replaceAll(PATHS, nameInSentence)
    .replaceAll(
      TAG,
      (_, first: string, tag: string, part: string) =>
        `${first === 'W' ? 'Press' : 'press'} + and choose ${partName(part)}, or write ${tag}`,
    );

/** What the checks find in a line, with its place as staff know it: the form, and the field as the form labels it. */
export function staffLine({ where, field, label, wrong, instead }: Finding): string {
  const place = placeName(below(where));
  const name = field && fieldName(field);
  const plain = `${wrong} ${instead}`;
  // A sentence that names its field as files do, names it as the form does, and then once is enough.
  const isNamed = name !== undefined && label !== undefined && plain.includes(name);
  const said = inStaffWords(isNamed ? plain.replace(name, `“${label}”`) : plain);
  return label === undefined || isNamed ? `${place}: ${said}` : `${place} → ${label}: ${said}`;
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
