import {
  type MdastNode,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
  mdxToMdast,
} from 'satteri';
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

const WHERE = /^(\d+):\d+: /;

/** A page as a tree. Throws ContentError with the line where it stops being readable. */
export function readTree(file: string, source: string): Node {
  try {
    return mdxToMdast(source);
  } catch (error) {
    const { message } = error as Error;
    const line = Number(WHERE.exec(message)?.[1] ?? 1);
    const text = source.split('\n')[line - 1] ?? '';
    throw refusal({ where: file, line, ...markupWords(message.replace(WHERE, ''), text) });
  }
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
