import { execFile } from 'node:child_process';
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type CheerioAPI, load } from 'cheerio';
import { afterAll, beforeAll } from 'vitest';

/** A page as it is built, by its address. */
export interface Built {
  readonly path: string;
  readonly markup: string;
  readonly page: CheerioAPI;
}

/** The shell of the desk, which no reader and no search engine meets. */
const DESK = '/desk-shell/';

/** The site as this checkout builds it, for one file of tests: two builds at a time would share what Astro keeps. */
export function builtSite() {
  let folder: string;
  let pages: readonly Built[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'site-'));
    await promisify(execFile)('node_modules/.bin/astro', ['build', '--outDir', folder]);
    const names = await Array.fromAsync(glob('**/*.html', { cwd: folder }));
    pages = await Promise.all(
      names.map(async (name) => {
        const markup = await readFile(join(folder, name), 'utf8');
        return { path: `/${name.replace(/index\.html$/, '')}`, markup, page: load(markup) };
      }),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    pages: () => pages,
    /** A file of it, as text. */
    read: (name: string) => readFile(join(folder, name), 'utf8'),
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
