import type { Settings } from '#domain/settings/settings.ts';
import { readFrontmatter } from '../frontmatter.ts';
import type { PageFile } from '../page-files.ts';
import { type PageFields, PageSchema } from '../page-schema.ts';
import { type Node, readTree } from '../page-tree.ts';
import type { Fields } from '../read-yaml.ts';
import type { Path } from '../schema-shape.ts';
import type { Block, BlockKind } from './block.ts';
import { bodyBlocks } from './body-text.ts';

/** A page as its words: its fields, its tree, and every block in reading order. */
export interface PageText {
  readonly file: string;
  readonly id: string;
  readonly fields: PageFields;
  readonly tree: Node;
  /** The line of the file on which the title stands. */
  readonly titleLine: number;
  /** The line of the file on which the address of the next step stands. */
  readonly nextLine: number;
  readonly blocks: readonly Block[];
}

type Said = readonly [kind: BlockKind, path: Path, text: string | undefined];

/** The fields as they should be, or of fields with mistakes what can be read all the same. */
function readable(value: unknown): PageFields {
  const outcome = PageSchema.safeParse(value);
  if (outcome.success) return outcome.data;
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const next = PageSchema.shape.next.safeParse(given['next']);
  return {
    title: text('title'),
    heading: text('heading'),
    description: text('description'),
    lede: text('lede') || undefined,
    template: 'reading',
    readers: given['readers'] === 'participants' ? 'participants' : 'everyone',
    duty: given['duty'] === true,
    next: next.data,
  };
}

function fieldBlocks(
  { heading, lede, title, description, crumb, menu, foot, next }: PageFields,
  lineOf: Fields['lineOf'],
) {
  const blocks = (said: readonly Said[]): Block[] =>
    said.flatMap(([kind, path, text]) =>
      text ? [{ kind, pieces: [{ text, line: lineOf(path) ?? 1 }], plain: true }] : [],
    );
  const top: Said[] = [
    ['about', ['title'], title],
    ['about', ['description'], description],
    ['label', ['crumb'], crumb],
    ['label', ['menu', 'label'], menu?.label],
    ['label', ['foot', 'label'], foot?.label],
    ['heading', ['heading'], heading],
    ['lede', ['lede'], lede],
  ];
  const end: Said[] = [
    ['heading', ['next', 'heading'], next?.heading],
    ['next', ['next', 'text'], next?.text],
    ['label', ['next', 'label'], next?.label],
  ];
  return { top: blocks(top), end: blocks(end) };
}

/** A page's words, as far as its fields can be read. Throws ContentError when they, or its markup, cannot. */
export function readPageText({ file, id, source }: PageFile, settings: Settings): PageText {
  const read = readFrontmatter(file, source);
  const fields = readable(read.value);
  const tree = readTree(file, source);
  const { top, end } = fieldBlocks(fields, read.lineOf);
  const body = bodyBlocks(tree, settings).filter(({ pieces }) => pieces.length > 0);
  const titleLine = read.lineOf(['title']) ?? 1;
  const nextLine = read.lineOf(['next', 'href']) ?? 1;
  return { file, id, fields, tree, titleLine, nextLine, blocks: [...top, ...body, ...end] };
}
