import { childrenOf, everyNode, lineOf, type Node } from '../page-tree.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

/** A sign that was typed and does nothing, what is wrong with it, and what to type. */
type Sign = readonly [sign: RegExp, wrong: string, instead: string];

/** How a paragraph begins when something else was meant. */
const BEGINNINGS: readonly Sign[] = [
  [/^#{1,6}[^#\s]/, 'This is not read as a heading.', 'Put a space after the last #.'],
  [/^[•·▪]/u, 'This is not read as an item of a list.', 'Begin it with “- ” instead of the dot.'],
];

/** Signs for bold words, left over among the words. */
const BOLD: readonly Sign[] = [
  [
    /\*\*|__/,
    'The signs for bold words stand here and do nothing.',
    'Write them right before the first word and right after the last: **the words**.',
  ],
];

/** A link that is none. */
const LINK: readonly Sign[] = [
  [
    /\]\s*\(/,
    'This is not read as a link.',
    'Write it as [the words](/the-address/), without a space between the brackets.',
  ],
];

const beginnings = (node: Node): readonly Sign[] => {
  const [first] = childrenOf(node);
  if (node.type !== 'paragraph' || first?.type !== 'text') return [];
  return BEGINNINGS.filter(([start]) => start.test(first.value));
};

const leftOver = (node: Node, signs: readonly Sign[]): readonly Sign[] =>
  node.type === 'text' ? signs.filter(([sign]) => sign.test(node.value)) : [];

const faultsOf = ({ file, tree }: PageText, found: (node: Node) => readonly Sign[]): Fault[] =>
  [...everyNode(tree)].flatMap((node) =>
    found(node).map(([, wrong, instead]) => ({ where: file, line: lineOf(node), wrong, instead })),
  );

/** Words that were meant to be a heading, an item of a list, or bold. */
export const typingFaults = (page: PageText): Fault[] =>
  faultsOf(page, (node) => [...beginnings(node), ...leftOver(node, BOLD)]);

/** Words that were meant to be a link, and lead nowhere. */
export const unreadLinkFaults = (page: PageText): Fault[] =>
  faultsOf(page, (node) => leftOver(node, LINK));
