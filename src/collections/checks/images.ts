import { everyNode, lineOf } from '../page-tree.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

/** Pictures that say nothing to people who do not see them, or that nobody would see. */
export const imageFaults = ({ file, tree }: PageText): Fault[] =>
  [...everyNode(tree)].flatMap((node) => {
    if (node.type !== 'image') return [];
    const at = { where: file, line: lineOf(node) };
    const faults: Fault[] = [];
    if (!node.alt?.trim()) {
      faults.push({
        ...at,
        wrong: `The picture ${node.url} has no words for people who do not see it.`,
        instead: 'Write what it shows between the square brackets.',
      });
    }
    if (!/^(?:\/|\.\.?\/)/.test(node.url)) {
      faults.push({
        ...at,
        wrong: `The picture ${node.url} is not one of this site’s own.`,
        instead:
          'Put it into the folder content/pictures, and write the way to it: ../pictures/picture.jpg.',
      });
    }
    return faults;
  });
