import { everyNode, lineOf, type Node } from '../page-tree.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

type Picture = Extract<Node, { type: 'image' }>;

const picturesOf = ({ tree }: PageText): Picture[] =>
  [...everyNode(tree)].filter((node) => node.type === 'image');

/** Pictures of other sites, which nobody would see. */
export const foreignPictureFaults = (page: PageText): Fault[] =>
  picturesOf(page)
    .filter(({ url }) => !/^(?:\/|\.\.?\/)/.test(url))
    .map((picture) => ({
      where: page.file,
      line: lineOf(picture),
      wrong: `The picture ${picture.url} is not one of this site’s own.`,
      instead:
        'Put it into the folder content/pictures, and write the way to it: ../pictures/picture.jpg.',
    }));

/** Pictures that say nothing to people who do not see them. */
export const wordlessPictureFaults = (page: PageText): Fault[] =>
  picturesOf(page)
    .filter(({ alt }) => !alt?.trim())
    .map((picture) => ({
      where: page.file,
      line: lineOf(picture),
      wrong: `The picture ${picture.url} has no words for people who do not see it.`,
      instead: 'Write what it shows between the square brackets.',
    }));
