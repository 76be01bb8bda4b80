import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageFiles } from '#content/page-files.ts';
import {
  attributesOf,
  everyNode,
  isElement,
  lineOf,
  type Node,
  parsePage,
} from '#content/page-tree.ts';
import { EXAMPLES_FILE, examplesIn } from '#content/readme-examples.ts';
import { mdxToMdast } from '../../netlify/edit/checks/markdown.ts';

/** What the checks read of a part of a page. */
const read = (node: Node) => [
  node.type,
  lineOf(node),
  isElement(node) ? [node.name, attributesOf(node)] : undefined,
  'value' in node && node.type === 'text' ? node.value : undefined,
  'url' in node ? node.url : undefined,
];

const asBuilt = (source: string) => {
  const parsed = parsePage(source);
  if (!('tree' in parsed)) throw new Error(parsed.said);
  return parsed.tree;
};

const partsOf = (tree: Node) =>
  [...everyNode(tree)].filter(({ type }) => (type as string) !== 'yaml').map(read);

const TEXTS = [
  ...pageFiles(process.cwd()).map(({ file, source }) => [file, source] as const),
  ...examplesIn(readFileSync(EXAMPLES_FILE, 'utf8')).map(
    ({ under, words }) => [under, words] as const,
  ),
];

describe('the editor reads as the build does', () => {
  test.each(TEXTS)('%s', (_, source) => {
    expect(partsOf(mdxToMdast(source) as Node)).toEqual(partsOf(asBuilt(source)));
  });
});
