import { attributesOf, everyNode, isElement, lineOf, type Node } from '../page-tree.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';
import { plainText } from './plain-text.ts';

/** Words of a link that say nothing of where it leads, to people who hear links one after another. */
const EMPTY =
  /^(?:click|tap|press)?\s*(?:here|this|this link|this page|link|more|read more|find out more|learn more)\W*$/i;

/** The words of a link, or of a button; undefined for anything else. */
function linkWords(node: Node): string | undefined {
  if (node.type === 'link') return plainText(node);
  if (!isElement(node)) return undefined;
  if (node.name === 'ButtonLink') return plainText(node);
  const { label, href } = attributesOf(node);
  return typeof label === 'string' && href !== undefined ? label : undefined;
}

/** Links whose words do not say what they lead to. */
export const linkWordFaults = ({ file, tree, fields, nextLine }: PageText): Fault[] =>
  [
    ...[...everyNode(tree)].map((node) => ({ words: linkWords(node), line: lineOf(node) })),
    { words: fields.next?.label, line: nextLine },
  ].flatMap(({ words, line }) =>
    words !== undefined && EMPTY.test(words.trim())
      ? [
          {
            where: file,
            line,
            wrong: `“${words.trim()}” does not say where the link leads.`,
            instead: 'Write what will be found there, such as “how a group works”.',
          },
        ]
      : [],
  );
