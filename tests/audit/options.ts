import { parseArgs } from 'node:util';

/** How an audit is asked for. */
export interface Options {
  /** Take the site as it was built last. */
  readonly built: boolean;
  /** The addresses to look at; every public page when there are none. */
  readonly pages: readonly string[];
  /** How often Lighthouse loads each page. */
  readonly runs: number;
}

/** Reads `--built`, `--pages /a/,/b/` and `--runs 3`. Throws what is wrong with them. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      built: { type: 'boolean', default: false },
      pages: { type: 'string', default: '' },
      runs: { type: 'string', default: '3' },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 0)
    throw new Error('--runs: write a whole number, such as 3.');
  const pages = values.pages.split(',').filter((page) => page !== '');
  const wrong = pages.find((page) => !page.startsWith('/'));
  if (wrong !== undefined)
    throw new Error(`--pages: "${wrong}" is no address; write it like /privacy/.`);
  return { built: values.built, pages, runs };
}
