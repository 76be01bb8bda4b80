import { COMPONENTS } from '../../../../src/content/components.ts';
import {
  childrenOf,
  type Element,
  everyNode,
  isElement,
  type Node,
} from '../../../../src/content/page-tree.ts';
import { IDENTITY } from '../identity-names.ts';
import { type Splice, spliced } from './splices.ts';
import { bodyTree, isBlock, placeOf } from './tree.ts';

/** What the editor calls an element, when that is not the name in the file. */
function nameInEditor(element: Element): string | undefined {
  if (element.name !== IDENTITY.name || childrenOf(element).length === 0) return undefined;
  return element.type === 'mdxJsxFlowElement' ? IDENTITY.around : IDENTITY.over;
}

function renamed(text: string, element: Element): Splice[] {
  const name = nameInEditor(element);
  if (!name) return [];
  const { start, end } = placeOf(element);
  const closes = text.lastIndexOf('</', end);
  return [
    { start: start + 1, end: start + 1 + IDENTITY.name.length, text: name },
    { start: closes + 2, end: closes + 2 + IDENTITY.name.length, text: name },
  ];
}

const isAround = (node: Node): node is Element =>
  isElement(node) &&
  node.type === 'mdxJsxFlowElement' &&
  (COMPONENTS[node.name ?? '']?.written === 'around' || nameInEditor(node) === IDENTITY.around);

/** Gives words that stand directly in an element, as in `<Row term="Room">small</Row>`, a paragraph of their own. */
function opened(element: Element): Splice[] {
  const children = childrenOf(element);
  const [first, last] = [children.at(0), children.at(-1)];
  if (!first || !last || children.some(isBlock)) return [];
  const margin = `\n\n${' '.repeat((element.position?.start.column ?? 1) - 1)}`;
  const place = placeOf(element);
  return [place.start, placeOf(first).start, placeOf(last).end, place.end].map((at) => ({
    start: at,
    end: at,
    text: margin,
  }));
}

/** The words of a page as the editor can read them: they say the same, and the editor has no other way to write some of them. */
export function toEditor(body: string): string {
  const elements = [...everyNode(bodyTree(body))].filter(isElement);
  return spliced(body, [
    ...elements.flatMap((element) => renamed(body, element)),
    ...elements.filter(isAround).flatMap(opened),
  ]);
}

const OVER = Object.keys(COMPONENTS).filter((name) => COMPONENTS[name]?.written === 'over');

/** A component over words that the editor has taken apart, because it holds no component in another. */
const APART = new RegExp(
  `<(${[...OVER, IDENTITY.over].join('|')})((?: [^<>]*)?)>([^<]*)</\\1>((?:<[A-Z]\\w*(?: [^<>]*)?/>)+)<\\1\\2>`,
);

/** Puts together what stood together. */
function together(body: string): string {
  const whole = body.replace(APART, '<$1$2>$3$4');
  return whole === body ? body : together(whole);
}

const EDITOR_NAMES = new RegExp(`(</?)(?:${IDENTITY.around}|${IDENTITY.over})\\b`, 'g');

/** A space before or after the words of a line, which says nothing: the editor writes it so that it stays. */
const SPACE_AT_EDGE = /(?<=^ *)&#x20;|&#x20;$/gm;

/** The words of a page as the editor wrote them, in the ways and with the names that files have. */
export const fromEditor = (body: string): string =>
  together(body).replaceAll(SPACE_AT_EDGE, '').replaceAll(EDITOR_NAMES, `$1${IDENTITY.name}`);
