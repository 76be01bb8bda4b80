import { everyNode, lineOf, type Node } from '../page-tree.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

type Picture = Extract<Node, { type: 'image' }>;

const picturesOf = ({ tree }: PageText): Picture[] =>
  [...everyNode(tree)].filter((node) => node.type === 'image');

const INSTEAD = 'Put it into the folder public, and write its name after a slash: /picture.png.';

/** Pictures nobody would see: those of other sites, and those that are not there. `hasFile` knows the files of the folder public. */
export const pictureFaults = (page: PageText, hasFile: (address: string) => boolean): Fault[] =>
  picturesOf(page).flatMap((picture) => {
    const at = { where: page.file, line: lineOf(picture), instead: INSTEAD };
    if (!picture.url.startsWith('/')) {
      return [{ ...at, wrong: `The picture ${picture.url} is not one of this site’s own.` }];
    }
    return hasFile(picture.url) ? [] : [{ ...at, wrong: `There is no picture ${picture.url}.` }];
  });

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
