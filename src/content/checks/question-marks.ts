import { everyNode, isElement } from '../page-tree.ts';
import { lineAt, textOf } from './block.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

/** Questions a page may ask; the page that lists them, and those for people who take part, may ask more. */
export const MOST_QUESTIONS = 2;

const listsQuestions = ({ tree }: PageText) =>
  [...everyNode(tree)].some((node) => isElement(node) && node.name === 'AllQuestions');

/** A page that asks its readers more than it tells them. */
export function questionMarkFaults(page: PageText): Fault[] {
  if (page.fields.readers === 'participants' || listsQuestions(page)) return [];
  const lines = page.blocks.flatMap((block) =>
    [...textOf(block).matchAll(/\?/g)].map(({ index }) => lineAt(block, index)),
  );
  if (lines.length <= MOST_QUESTIONS) return [];
  return [
    {
      where: page.file,
      line: lines[MOST_QUESTIONS],
      wrong: `It asks ${lines.length} questions; this is the one after the first ${MOST_QUESTIONS}.`,
      instead:
        'Say what you want readers to know. Questions with answers stand in content/questions.yaml.',
    },
  ];
}
