import { beforeAll, expect, it } from 'vitest';
import type { BuiltPage } from '#content/checks/built-page.ts';
import { ANSWERED } from '#content/checks/page-links.ts';
import { headingIds, plainText } from '#content/checks/plain-text.ts';
import { addressOf, pageFiles } from '#content/page-files.ts';
import { everyNode, readTree } from '#content/page-tree.ts';
import { builtPages } from '../../netlify/build/built-pages.ts';
import { loadFunctions, matchFunction } from '../../netlify/dev/functions.ts';

let built: Map<string, BuiltPage>;
beforeAll(async () => {
  built = new Map((await builtPages(process.cwd())).map((page) => [page.address, page]));
});

it.each(pageFiles(process.cwd()).map((page) => [page.file, page] as const))(
  'the parts of %s that can be linked to are named before it is built as they are after',
  (_, { file, id, source }) => {
    const headings = [...everyNode(readTree(file, source))].filter(
      ({ type }) => type === 'heading',
    );
    const page = built.get(id === '404' ? '/404.html' : addressOf(id));
    const there = page
      ?.$('[id]')
      .toArray()
      .map((element) => page.$(element).attr('id'));
    expect(there).toEqual(expect.arrayContaining(headingIds(headings.map(plainText))));
  },
);

it('addresses that pages may link to and that are no pages are answered by functions', async () => {
  const functions = await loadFunctions();
  for (const address of ANSWERED) {
    expect(matchFunction(functions, `http://site${address}`), address).toBeDefined();
  }
});
