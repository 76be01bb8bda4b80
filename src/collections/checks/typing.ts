import { childrenOf, everyNode, isElement, lineOf, type Node } from '../page-tree.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

/** How a paragraph begins when something else was meant, and what to type. */
const BEGINNINGS: readonly (readonly [start: RegExp, wrong: string, instead: string])[] = [
  [/^#{1,6}[^#\s]/, 'This is not read as a heading.', 'Put a space after the last #.'],
  [/^[•·▪]/u, 'This is not read as an item of a list.', 'Begin it with “- ” instead of the dot.'],
];

const firstWords = (node: Node) => {
  const [first] = childrenOf(node);
  return first?.type === 'text' ? first.value : '';
};

/** Paragraphs that were meant to be something else: a heading, an item of a list. */
export const typingFaults = ({ file, tree }: PageText): Fault[] =>
  [...everyNode(tree)].flatMap((node) =>
    node.type !== 'paragraph' || isElement(node)
      ? []
      : BEGINNINGS.filter(([start]) => start.test(firstWords(node))).map(([, wrong, instead]) => ({
          where: file,
          line: lineOf(node),
          wrong,
          instead,
        })),
  );
