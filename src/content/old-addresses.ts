import type { Fault } from './checks/fault.ts';
import { attempt } from './faults.ts';
import { readFrontmatter } from './frontmatter.ts';
import { addressOf, type PageFile } from './page-files.ts';
import { PageSchema } from './page-schema.ts';

/** An address that a page had, the page it leads to now, and where that is said. */
export interface OldAddress {
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly line: number | undefined;
}

/** The old addresses that pages list under “was”, as far as their fields can be read. */
export const oldAddresses = (pages: readonly PageFile[]): OldAddress[] =>
  pages.flatMap(({ file, id, source }) => {
    const { value: fields } = attempt(() => readFrontmatter(file, source));
    const given = (fields?.value ?? {}) as Readonly<Record<string, unknown>>;
    const was = PageSchema.shape.was.safeParse(given['was']).data ?? '';
    return was
      .split(/\s+/)
      .filter((from) => from !== '')
      .map((from) => ({ from, to: addressOf(id), file, line: fields?.lineOf(['was']) }));
  });

/** Old addresses that cannot lead anywhere else: a page has them, or two pages want them. */
export function oldAddressFaults(pages: readonly PageFile[]): Fault[] {
  const now = new Map(pages.map(({ id, file }) => [addressOf(id), file]));
  const old = oldAddresses(pages);
  return old.flatMap(({ from, file, line }, index): Fault[] => {
    const taken = now.get(from);
    if (taken !== undefined) {
      const wrong = `${from} is the address of ${taken}, so it cannot lead here.`;
      return [{ where: file, line, wrong, instead: 'Take it out, or take that page away.' }];
    }
    const before = old.findIndex((other) => other.from === from);
    if (before === index) return [];
    const wrong = `${from} leads to ${old[before]?.to} already: ${old[before]?.file} lists it.`;
    return [{ where: file, line, wrong, instead: 'Keep it in one of the two.' }];
  });
}

/** Where Netlify, and the local server, send old addresses, as the file `_redirects` says it. */
export const redirectsFile = (old: readonly OldAddress[]): string =>
  old.map(({ from, to }) => `${from}* ${to} 301\n`).join('');
