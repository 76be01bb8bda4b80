import { attributesOf, childrenOf, isElement, type Node } from '#content/page-tree.ts';
import { bodyTree, isBlock, placeOf } from './tree.ts';

/** A part of a page: what it says, where it stands, and the parts inside it. */
export interface Part {
  readonly kind: string;
  /** What it is besides the parts inside it, such as a heading's level or a component's attributes. */
  readonly shell: string;
  /** All that it says, in a form that is equal only for parts that say the same. */
  readonly meaning: string;
  readonly start: number;
  readonly end: number;
  /** How far its first line is from the margin, in characters. */
  readonly indent: number;
  readonly parts: readonly Part[];
  /** The component it is, and what is written inside its tag. */
  readonly element?: {
    readonly name: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  };
}

/** What a parser adds that says nothing. */
const SAYS_NOTHING = new Set([
  'type',
  'children',
  'position',
  'data',
  'spread',
  'attributes',
  'name',
]);

const inOrder = (record: Readonly<Record<string, unknown>>) =>
  JSON.stringify(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));

function shellOf(node: Node): string {
  if (isElement(node)) return `<${node.name} ${inOrder(attributesOf(node))}`;
  if (node.type === 'text') return `text ${node.value.replaceAll(/\s+/g, ' ')}`;
  const own = Object.entries(node).filter(
    ([name, value]) => !SAYS_NOTHING.has(name) && value !== null && value !== undefined,
  );
  return `${node.type} ${inOrder(Object.fromEntries(own))}`;
}

function partOf(
  kind: string,
  shell: string,
  place: { start: number; end: number; indent: number },
  parts: readonly Part[],
): Part {
  return {
    kind,
    shell,
    ...place,
    parts,
    meaning: `${shell}(${parts.map((each) => each.meaning)})`,
  };
}

/** Words that stand directly in a component, as the paragraph that they are. */
function asParagraph(parts: readonly Part[]): Part[] {
  const [first, last] = [parts.at(0), parts.at(-1)];
  if (!first || !last) return [];
  const { start, indent } = first;
  return [partOf('paragraph', 'paragraph []', { start, end: last.end, indent }, parts)];
}

function partFrom(node: Node): Part {
  const children = childrenOf(node);
  const inside = children.map(partFrom);
  const direct = node.type === 'mdxJsxFlowElement' && !children.some(isBlock);
  const indent = (node.position?.start.column ?? 1) - 1;
  const kind = isElement(node) ? 'component' : node.type;
  const part = partOf(
    kind,
    shellOf(node),
    { ...placeOf(node), indent },
    direct ? asParagraph(inside) : inside,
  );
  if (!isElement(node)) return part;
  return { ...part, element: { name: node.name ?? '', attributes: attributesOf(node) } };
}

/** The words of a page as one part. Throws when they cannot be read. */
export const partsOf = (body: string): Part => partFrom(bodyTree(body));
