import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { beforeAll } from 'vitest';

/** A page as it is built, by its address. */
export interface Built {
  readonly path: string;
  readonly markup: string;
  readonly page: CheerioAPI;
}

/** The shell of the desk, which no reader and no search engine meets. */
const DESK = '/desk-shell/';

/** Where `npm run build`, and every whole run of the tests before anything else, puts the site. */
const FOLDER = 'dist';

/** The site as this checkout was built last, for one file of tests. */
export function builtSite() {
  let pages: readonly Built[];
  beforeAll(async () => {
    const names = await Array.fromAsync(glob('**/*.html', { cwd: FOLDER }));
    pages = await Promise.all(
      names.map(async (name) => {
        const markup = await readFile(join(FOLDER, name), 'utf8');
        return { path: `/${name.replace(/index\.html$/, '')}`, markup, page: load(markup) };
      }),
    );
  });
  return {
    pages: () => pages,
    /** A file of it, as text. */
    read: (name: string) => readFile(join(FOLDER, name), 'utf8'),
    /** What is wrong with any page for readers, each by its address; a test expects none. */
    faults: (fault: (built: Built) => string | undefined) =>
      pages
        .filter(({ path }) => path !== DESK)
        .flatMap((built) => {
          const found = fault(built);
          return found === undefined ? [] : [`${built.path}: ${found}`];
        }),
  };
}
