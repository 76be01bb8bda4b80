import { childrenOf, everyNode, lineOf, type Node } from '../page-tree.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

/** How a paragraph begins when something else was meant, and what to type. */
const BEGINNINGS: readonly (readonly [start: RegExp, wrong: string, instead: string])[] = [
  [/^#{1,6}[^#\s]/, 'This is not read as a heading.', 'Put a space after the last #.'],
  [/^[•·▪]/u, 'This is not read as an item of a list.', 'Begin it with “- ” instead of the dot.'],
];

/** Signs left over among the words, which were meant to do something. */
const LEFT_OVER: readonly (readonly [sign: RegExp, wrong: string, instead: string])[] = [
  [
    /\]\s*\(/,
    'This is not read as a link.',
    'Write it as [the words](/the-address/), without a space between the brackets.',
  ],
  [
    /\*\*|__/,
    'The signs for bold words stand here and do nothing.',
    'Write them right before the first word and right after the last: **the words**.',
  ],
];

type Found = readonly [unknown, wrong: string, instead: string];

function foundIn(node: Node): readonly Found[] {
  if (node.type === 'text') return LEFT_OVER.filter(([sign]) => sign.test(node.value));
  const [first] = childrenOf(node);
  if (node.type !== 'paragraph' || first?.type !== 'text') return [];
  return BEGINNINGS.filter(([start]) => start.test(first.value));
}

/** Words that were meant to be something else: a heading, an item of a list, a link, bold. */
export const typingFaults = ({ file, tree }: PageText): Fault[] =>
  [...everyNode(tree)].flatMap((node) =>
    foundIn(node).map(([, wrong, instead]) => ({
      where: file,
      line: lineOf(node),
      wrong,
      instead,
    })),
  );
