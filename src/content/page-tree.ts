import {
  type MdastNode,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
  mdxToMdast,
} from 'satteri';
import type { Fault } from './checks/fault.ts';
import { refusal } from './faults.ts';
import { markupWords } from './markup-words.ts';

/** A part of a page as the parser that builds the site reads it. */
export type Node = MdastNode;

/** A component in a page, or a tag that looks like one. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** The parts inside a part; none in words and drawings. */
export const childrenOf = (node: Node): readonly Node[] =>
  'children' in node ? (node.children as readonly Node[]) : [];

/** Whether a part is a component. */
export const isElement = (node: Node): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** The line of the file a part begins on, from 1. */
export const lineOf = (node: Node): number => node.position?.start.line ?? 1;

const WHERE = /^(\d+):(\d+): /;

/** A page as a tree, or where the parser stopped, from 1, and what it said. */
export type PageParsed =
  | { readonly tree: Node }
  | { readonly line: number; readonly column: number; readonly said: string };

/** `source` as the parser that builds the site reads it. */
export function parsePage(source: string): PageParsed {
  try {
    return { tree: mdxToMdast(source) };
  } catch (error) {
    const { message } = error as Error;
    const [, line, column] = WHERE.exec(message) ?? [];
    return {
      line: Number(line ?? 1),
      column: Number(column ?? 1),
      said: message.replace(WHERE, ''),
    };
  }
}

/** What stopped the parser, as anyone who wrote the page reads it. */
export function markupFault(
  file: string,
  source: string,
  { line, said }: Exclude<PageParsed, { tree: Node }>,
): Fault {
  const text = source.split('\n')[line - 1] ?? '';
  return { where: file, line, ...markupWords(said, text) };
}

/** A page as a tree. Throws ContentError with the line where it stops being readable. */
export function readTree(file: string, source: string): Node {
  const parsed = parsePage(source);
  if ('tree' in parsed) return parsed.tree;
  throw refusal(markupFault(file, source, parsed));
}

/** Every part of a page, in the order of the file. */
export function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* everyNode(child);
}

function written(value: Element['attributes'][number]['value']): unknown {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  try {
    return JSON.parse(value.value);
  } catch {
    return value.value;
  }
}

/** What is written inside a component's tag: words, true for a bare name, and what stands in braces. */
export const attributesOf = (element: Element): Record<string, unknown> =>
  Object.fromEntries(
    element.attributes.map((attribute) =>
      attribute.type === 'mdxJsxAttribute'
        ? [attribute.name, written(attribute.value)]
        : ['{…}', attribute.value],
    ),
  );
