import { everyNode, lineOf } from '../page-tree.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

/** Pictures that say nothing to people who do not see them. */
export const imageFaults = ({ file, tree }: PageText): Fault[] =>
  [...everyNode(tree)].flatMap((node) =>
    node.type === 'image' && !node.alt?.trim()
      ? [
          {
            where: file,
            line: lineOf(node),
            wrong: `The picture ${node.url} has no words for people who do not see it.`,
            instead: 'Write what it shows between the square brackets.',
          },
        ]
      : [],
  );
