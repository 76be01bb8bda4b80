import type { Settings } from '#domain/settings/settings.ts';
import { readFrontmatter } from '../frontmatter.ts';
import type { PageFile } from '../page-files.ts';
import { type PageFields, PageSchema } from '../page-schema.ts';
import { type Node, readTree } from '../page-tree.ts';
import type { Block, BlockKind } from './block.ts';
import { bodyBlocks } from './body-text.ts';

/** A page as its words: its fields, its tree, and every block in reading order. */
export interface PageText {
  readonly file: string;
  readonly id: string;
  readonly fields: PageFields;
  readonly tree: Node;
  readonly blocks: readonly Block[];
}

type Said = readonly [kind: BlockKind, name: string, text: string | undefined];

/** The line of the file on which a field stands. */
const fieldLine = (source: string, name: string) =>
  source.slice(0, Math.max(0, source.search(new RegExp(`^\\s*${name}:`, 'm')))).split('\n').length;

function fieldBlocks({ heading, lede, title, description, next }: PageFields, source: string) {
  const fields = source.slice(0, source.indexOf('\n---', 3));
  const nextStart = fields.search(/^next:/m);
  const blocks = (said: readonly Said[], from: string, before: number): Block[] =>
    said.flatMap(([kind, name, text]) =>
      text === undefined
        ? []
        : [{ kind, pieces: [{ text, line: before + fieldLine(from, name) }] }],
    );
  const top: Said[] = [
    ['about', 'title', title],
    ['about', 'description', description],
    ['heading', 'heading', heading],
    ['lede', 'lede', lede],
  ];
  const foot: Said[] = [
    ['heading', 'heading', next?.heading],
    ['next', 'text', next?.text],
    ['label', 'label', next?.label],
  ];
  const linesBefore = fields.slice(0, Math.max(0, nextStart)).split('\n').length - 1;
  return {
    top: blocks(top, fields, 0),
    foot: blocks(foot, fields.slice(Math.max(0, nextStart)), linesBefore),
  };
}

/** A page's words. Throws when its fields are wrong: check the page first (`pageFaults`). */
export function readPageText({ file, id, source }: PageFile, settings: Settings): PageText {
  const fields = PageSchema.parse(readFrontmatter(file, source));
  const tree = readTree(file, source);
  const { top, foot } = fieldBlocks(fields, source);
  const body = bodyBlocks(tree, settings).filter(({ pieces }) => pieces.length > 0);
  return { file, id, fields, tree, blocks: [...top, ...body, ...foot] };
}
