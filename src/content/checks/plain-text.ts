import { childrenOf, type Node } from '../page-tree.ts';

/** The words of a part of a page as an editor typed them, without what components fill in. */
export const plainText = (node: Node): string =>
  node.type === 'text' || node.type === 'inlineCode'
    ? node.value
    : childrenOf(node).map(plainText).join('');

/**
 * The names of the parts of a page that can be linked to, as Astro gives them to headings: small
 * letters, hyphens for spaces, a number after the second of the same.
 */
export function headingIds(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const slug = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}
