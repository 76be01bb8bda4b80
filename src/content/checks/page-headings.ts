import { everyNode, lineOf, type Node } from '../page-tree.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';
import { plainText } from './plain-text.ts';

type Heading = Extract<Node, { type: 'heading' }>;

/** How a heading of a level begins; the main one has none in the words. */
const marks = (level: number) => (level === 1 ? 'none' : '#'.repeat(level));

function headingFault(
  { depth }: Heading,
  before: number,
): Pick<Fault, 'wrong' | 'instead'> | undefined {
  if (depth === 1) {
    return {
      wrong: 'begins with one #, as only the main heading of a page does.',
      instead: 'Begin it with ##: the main heading is the field “heading”.',
    };
  }
  if (depth <= before + 1) return undefined;
  return {
    wrong: `begins with ${marks(depth)}, and the heading before it with ${marks(before)}.`,
    instead: `Begin it with ${marks(before + 1)}.`,
  };
}

/** Headings an editor wrote that leave out a level on the way down, or compete with the main one. */
export function pageHeadingFaults({ file, tree }: PageText): Fault[] {
  let before = 1;
  return [...everyNode(tree)].flatMap((node) => {
    if (node.type !== 'heading') return [];
    const fault = headingFault(node, before);
    before = node.depth;
    if (!fault) return [];
    const wrong = `“${plainText(node)}” ${fault.wrong}`;
    return [{ where: file, line: lineOf(node), wrong, instead: fault.instead }];
  });
}
