import type { Settings } from '#domain/settings/settings.ts';
import {
  attributesOf,
  childrenOf,
  type Element,
  isElement,
  lineOf,
  type Node,
} from '../page-tree.ts';
import type { Piece } from './block.ts';
import { type Attributes, givenWords } from './given-words.ts';

const RUNNING = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
  'break',
  'mdxTextExpression',
  'mdxJsxTextElement',
]);

/** Whether a part's words run on with those beside it, as a link’s do and a paragraph’s do not. */
export const isRunning = (node: Node): boolean => RUNNING.has(node.type);

/** Text in braces: `{' '}` is a space; anything else there is a remark to other editors. */
const braced = (value: string) => /^(['"])(.*)\1$/.exec(value)?.[2] ?? '';

/** A detail of the organisation with the words around it, as readers have them once it is known. */
function detailPieces({ field, before, after }: Attributes, line: number): Piece[] {
  const given = String(field);
  return [
    ...(before === undefined ? [] : [{ text: `${String(before)} `, line }]),
    { text: `[${given}]`, line, given },
    ...(after === undefined ? [] : [{ text: String(after), line }]),
  ];
}

function elementPieces(element: Element, settings: Settings): Piece[] {
  const line = lineOf(element);
  const attributes = attributesOf(element);
  const filled = givenWords(element.name ?? '', attributes, settings);
  if (filled) return [{ ...filled, line }];
  if (element.name === 'Identity') return detailPieces(attributes, line);
  const inner = childrenOf(element).flatMap((child) => piecesOf(child, settings));
  if (element.name !== 'Gloss') return inner;
  const open: Piece = { text: `${String(attributes['term'])} (`, line };
  return [open, ...inner, { text: ')', line: inner.at(-1)?.line ?? line }];
}

/** The words in a part of a page, with those its components fill in. */
export function piecesOf(node: Node, settings: Settings): Piece[] {
  const line = lineOf(node);
  if (isElement(node)) return elementPieces(node, settings);
  if (node.type === 'text' || node.type === 'inlineCode') return [{ text: node.value, line }];
  if (node.type === 'mdxTextExpression') return [{ text: braced(node.value), line }];
  if (node.type === 'break') return [{ text: '\n', line }];
  return childrenOf(node).flatMap((child) => piecesOf(child, settings));
}
