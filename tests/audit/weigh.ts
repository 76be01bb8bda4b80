import { load } from 'cheerio';
import { weightOf } from '../support/weight.ts';

/** Bytes of a page as brotli of quality 5. What stands in the page is in `html`. */
export interface Weight {
  readonly html: number;
  /** Sheets that have to be there before the page is drawn. */
  readonly css: number;
  /** Scripts: those that stand in the page together, and each that it asks for. */
  readonly script: number;
  /** Whether there is only to read on it: nothing to fill in and nothing to press. */
  readonly toRead: boolean;
  /** Whether search engines are asked to leave the page out. */
  readonly hidden: boolean;
}

const sum = (texts: readonly string[]) => texts.reduce((all, text) => all + weightOf(text), 0);

const fetchAll = (addresses: readonly string[]) =>
  Promise.all(addresses.map(async (address) => (await fetch(address)).text()));

/** Scripts that a page's own scripts name, to ask for them later. */
const NAMED_LATER = /["'`](\/_astro\/[^"'`]+\.js)["'`]/g;

/** Weighs the page at `url`, which answered with `markup`. */
export async function weigh(url: string, markup: string, robots: string): Promise<Weight> {
  const page = load(markup);
  const absolute = (path = '') => new URL(path, url).href;
  const sheets = page('link[rel=stylesheet]:not([media=print])').toArray();
  const scripts = page('script:not([type="application/ld+json"])').toArray();
  const inPage = scripts.map((script) => page(script).text());
  const asked = scripts.flatMap(({ attribs }) => attribs['src'] ?? []);
  const later = inPage.flatMap((text) =>
    [...text.matchAll(NAMED_LATER)].map(([, path]) => path ?? ''),
  );
  return {
    html: weightOf(markup),
    css: sum(await fetchAll(sheets.map(({ attribs }) => absolute(attribs['href'])))),
    script: weightOf(inPage.join('\n')) + sum(await fetchAll([...asked, ...later].map(absolute))),
    toRead: page('main :is(form, [data-print])').length === 0,
    hidden: page('meta[name=robots]').length > 0 || robots.includes('noindex'),
  };
}
