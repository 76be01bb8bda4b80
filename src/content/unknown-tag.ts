import { nearest } from './nearest.ts';

/** What stands in place of a tag of HTML, which pages cannot hold. */
const INSTEAD_OF_HTML: Readonly<Record<string, string>> = {
  a: 'Write a link as [the words](/the-address/).',
  b: 'Write **the words** to print them bold.',
  strong: 'Write **the words** to print them bold.',
  i: 'Write *the words* to stress them.',
  em: 'Write *the words* to stress them.',
  img: 'Put the picture into content/pictures, and write it as ![what it shows](../pictures/room.jpg).',
  li: 'Write each item on a line of its own, with “- ” before it.',
  ul: 'Write each item on a line of its own, with “- ” before it.',
  ol: 'Write each item on a line of its own, with “1. ” before it.',
  p: 'Leave an empty line to begin a new paragraph.',
  br: 'Leave an empty line to begin a new paragraph.',
};

const HEADING = /^h[1-6]$/;

/** What to write instead of a tag that is none of the `known` components. */
export function insteadOfTag(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (HEADING.test(name)) return 'Write a heading as “## ” and its words.';
  const html = INSTEAD_OF_HTML[name];
  if (html !== undefined) return html;
  if (meant !== undefined) return `Did you mean <${meant}>?`;
  return `Take it out, or write one of: ${known.join(', ')}.`;
}
