import type { Settings } from '#domain/settings/settings.ts';
import {
  attributesOf,
  childrenOf,
  type Element,
  isElement,
  lineOf,
  type Node,
} from '../page-tree.ts';
import type { Block, BlockKind, Piece } from './block.ts';
import { givenWords } from './given-words.ts';
import { isRunning, piecesOf } from './running-words.ts';

/** What stands in a component's tag for readers to read, and as what. */
const SPOKEN: Readonly<Record<string, BlockKind>> = {
  heading: 'heading',
  title: 'heading',
  label: 'label',
  // What a picture and a drawing show, for people who do not see them.
  words: 'label',
  name: 'label',
};

/** Parts whose words are of another kind than those around them. */
const KINDS: Readonly<Record<string, BlockKind>> = {
  heading: 'heading',
  listItem: 'item',
  tableCell: 'row',
  ButtonLink: 'label',
};

const nameOf = (node: Node) => (isElement(node) ? (node.name ?? '') : node.type);

const says = (pieces: readonly Piece[]) => pieces.some(({ text }) => text.trim() !== '');

function spoken(element: Element): Block[] {
  const line = lineOf(element);
  return Object.entries(attributesOf(element)).flatMap(([name, text]) => {
    const kind = SPOKEN[name];
    if (!kind || typeof text !== 'string') return [];
    return [
      { kind: element.name === 'Blank' ? 'blank' : kind, pieces: [{ text, line }], plain: true },
    ];
  });
}

/** A row of a specification: its term, then what is said of it. */
function row(element: Element, settings: Settings): Block {
  const term: Piece = { text: `${String(attributesOf(element)['term'])}: `, line: lineOf(element) };
  const said = childrenOf(element).flatMap((child) => [
    ...piecesOf(child, settings),
    { text: isRunning(child) ? '' : ' ', line: lineOf(child) },
  ]);
  return { kind: 'row', pieces: [term, ...said] };
}

/** Words in the order of the file; those that run on together are one block. */
function runs(node: Node, settings: Settings, kind: BlockKind): Block[] {
  const blocks: Block[] = [];
  let run: Piece[] = [];
  const end = () => {
    if (says(run)) blocks.push({ kind, pieces: run });
    run = [];
  };
  for (const child of childrenOf(node)) {
    if (isRunning(child)) {
      run.push(...piecesOf(child, settings));
      continue;
    }
    end();
    blocks.push(...bodyBlocks(child, settings, kind));
  }
  end();
  return blocks;
}

/** A paragraph that is nothing but a link names where it leads; it says nothing else. */
const isLinkAlone = (node: Node) =>
  node.type === 'paragraph' &&
  childrenOf(node).length === 1 &&
  (childrenOf(node)[0]?.type === 'link' || nameOf(childrenOf(node)[0] as Node) === 'ButtonLink');

/** Every block of words in a part of a page, in the order of the file. */
export function bodyBlocks(node: Node, settings: Settings, around: BlockKind = 'prose'): Block[] {
  if (!isElement(node)) {
    const kind = isLinkAlone(node) ? 'label' : (KINDS[node.type] ?? around);
    return runs(node, settings, kind);
  }
  const filled = givenWords(node.name ?? '', attributesOf(node), settings);
  if (filled) return [{ kind: 'label', pieces: [{ ...filled, line: lineOf(node) }] }];
  if (node.name === 'Row') return [row(node, settings)];
  if (node.name === 'Identity') return [{ kind: around, pieces: piecesOf(node, settings) }];
  return [...spoken(node), ...runs(node, settings, KINDS[nameOf(node)] ?? around)];
}
