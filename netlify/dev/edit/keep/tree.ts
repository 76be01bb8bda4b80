import { mdxToMdast } from 'satteri';
import type { Node } from '#content/page-tree.ts';

/** The words of a page, without its fields, as the parser that builds the site reads them. Throws when they cannot be read. */
export const bodyTree = (body: string): Node => mdxToMdast(body);

/** Where a part of a page begins and ends in its text. */
export const placeOf = ({ position }: Node): { start: number; end: number } => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
});

const BLOCKS = new Set<string>([
  'blockquote',
  'code',
  'heading',
  'html',
  'list',
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxjsEsm',
  'paragraph',
  'table',
  'thematicBreak',
]);

/** Whether a part stands by itself, not in a line of words. */
export const isBlock = ({ type }: Node): boolean => BLOCKS.has(type);
