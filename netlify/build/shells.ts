import { readFileSync, rmSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LIVE_PAGES, type PageShell, placesOf } from '#domain/page-slots.ts';

/** The build left out a page that functions fill, or made one twice. */
export class ShellError extends Error {
  override name = 'ShellError';
}

const MARK = /<!--shell:([a-z-]+)-->/;

/** Throws ShellError unless the shell has each of its places once. */
function checkPlaces(page: PageShell, markup: string): void {
  for (const place of placesOf(page)) {
    const found = markup.split(`<!--place:${place}-->`).length - 1;
    if (found !== 1)
      throw new ShellError(
        `The page with the live content "${page}" has ${found} places called ${place}; expected 1.`,
      );
  }
}

/** A file and the folder it leaves empty behind. */
const remove = (file: string, root: string) =>
  rmSync(dirname(file) === root ? file : dirname(file), { recursive: true });

/**
 * Takes the shells of live pages out of the built site at `root`, where a file would stand in the
 * way of the function at the same address. Throws ShellError unless there is exactly one of each,
 * with every place that is filled in it.
 */
export async function takeShells(root: string): Promise<Record<PageShell, string>> {
  const shells = new Map<string, string>();
  for await (const name of glob('**/*.html', { cwd: root })) {
    const file = join(root, name);
    const markup = readFileSync(file, 'utf8');
    const shell = MARK.exec(markup)?.[1];
    if (shell === undefined) continue;
    if (shells.has(shell))
      throw new ShellError(`Two pages have the live content "${shell}": ${name} is one.`);
    shells.set(shell, markup.replace(MARK, ''));
    remove(file, root);
  }
  const missing = LIVE_PAGES.filter((name) => !shells.has(name));
  if (missing.length > 0) {
    throw new ShellError(
      `No page has the live content ${missing.join(', ')}. Give one page in content/pages "live: …" for each.`,
    );
  }
  for (const name of LIVE_PAGES) checkPlaces(name, shells.get(name) ?? '');
  return Object.fromEntries(shells) as Record<PageShell, string>;
}
