import { childrenOf, isElement, type Node } from './page-tree.ts';

/** A letter, a figure or a sign: what a reader sees, unlike a space of whatever width. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a reader finds anything in a part of a page: words, a picture, or a part that says something itself. */
export const saysSomething = (node: Node): boolean =>
  childrenOf(node).some((child) => {
    if (child.type === 'text' || child.type === 'inlineCode') return SEEN.test(child.value);
    return child.type === 'image' || isElement(child) || saysSomething(child);
  });
