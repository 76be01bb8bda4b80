import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const BASIC = String.fromCodePoint(...Array.from({ length: 0x5f }, (_, index) => 0x20 + index));
const ACCENTED = String.fromCodePoint(...Array.from({ length: 0xe0 }, (_, index) => 0xa0 + index));
const MARKS = '–—‘’“”…•·×→←−£€';

type Cut = {
  readonly from: string;
  readonly text: string;
  readonly axes: Record<string, number | { min: number; max: number }>;
};

const require = createRequire(import.meta.url);
const NEWSREADER = require.resolve(
  '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
);
const ATKINSON = require.resolve(
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
);
const HANKEN = require.resolve(
  '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
);
const ATKINSON_ITALIC = ATKINSON.replace('-normal.', '-italic.');

/**
 * The font files the site serves, each cut from its open-licensed package to the letters, weights
 * and optical size used here. Atkinson keeps accents because people type their names in it. Its zero is slashed and
 * has no plain alternate, which makes telephone numbers look like code: figures are Hanken Grotesk’s.
 */
export const CUTS: Readonly<Record<string, Cut>> = {
  'newsreader-430.woff2': { from: NEWSREADER, text: BASIC + MARKS, axes: { wght: 430, opsz: 60 } },
  'newsreader-560.woff2': { from: NEWSREADER, text: BASIC + MARKS, axes: { wght: 560, opsz: 60 } },
  'atkinson.woff2': {
    from: ATKINSON,
    text: BASIC + ACCENTED + MARKS,
    axes: { wght: { min: 400, max: 650 } },
  },
  'figures.woff2': {
    from: HANKEN,
    text: '0123456789',
    axes: { wght: { min: 400, max: 650 } },
  },
  'atkinson-italic.woff2': { from: ATKINSON_ITALIC, text: BASIC + MARKS, axes: { wght: 400 } },
};

/** Cuts one font; the same package version gives the same bytes. */
export async function cutFont({ from, text, axes }: Cut): Promise<Buffer> {
  return subsetFont(await readFile(from), text, { targetFormat: 'woff2', variationAxes: axes });
}
