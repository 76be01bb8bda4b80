import { expect, it } from 'vitest';
import { builtWords } from '#content/checks/built-words.ts';
import { readSettings } from '#content/settings.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { builtPages } from '../../netlify/build/built-pages.ts';
import { unsaid } from '../support/facts-said.ts';
import { everywhere, sourceFacts } from '../support/source-facts.ts';

const { facts, line } = readSettings(process.cwd());

/** What can be read on each built page, in its main part or in all of it. */
async function read(part: 'main' | 'body'): Promise<Map<string, string>> {
  const pages = await builtPages(process.cwd());
  return new Map(
    pages.map((page) => {
      if (part === 'main') page.$('body > :not(main)').remove();
      const words = builtWords(page).map(({ text }) => text);
      return [page.address, words.join('\n')];
    }),
  );
}

it('each fact of the source stands on the pages where readers look for it', async () => {
  expect(unsaid(sourceFacts(facts), await read('main'))).toEqual([]);
});

it('the number and its hours stand on every page', async () => {
  const said = await read('body');
  const shown = [...said.keys()].filter((address) => !address.startsWith('/desk'));
  expect(shown.length).toBeGreaterThan(10);
  const number = { ...everywhere(line.phone, hoursInWords(line.hours)), on: shown };
  expect(unsaid([number], said)).toEqual([]);
});
