import { type BlockKind, lineAt, namedIn } from './block.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

/** Running words; labels and headings may be the same everywhere. */
const RUNNING: readonly BlockKind[] = ['lede', 'prose', 'item', 'row', 'next'];

/** Shorter sentences may be the same by chance. */
const LEAST_WORDS = 6;

/** A sentence, and where it stands. */
interface Said {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

const saidOn = ({ file, blocks }: PageText): Said[] =>
  blocks
    .filter(({ kind }) => RUNNING.includes(kind))
    .flatMap((block) =>
      sentencesOf(namedIn(block))
        .filter(({ text }) => wordsOf(text).length >= LEAST_WORDS)
        .map(({ text, at }) => ({ text, file, line: lineAt(block, at) })),
    );

/** Sentences that stand on a page before, word for word; sheets are read away from the site, and may repeat it. */
export function repeatedFaults(pages: readonly PageText[]): Fault[] {
  const first = new Map<string, Said>();
  return pages
    .filter(({ fields }) => fields.template !== 'sheet')
    .flatMap((page) => saidOn(page))
    .flatMap((said): Fault[] => {
      const before = first.get(said.text);
      if (!before) first.set(said.text, said);
      if (!before || before.file === said.file) return [];
      return [
        {
          where: said.file,
          line: said.line,
          wrong: `“${said.text}” stands in ${before.file} too, on line ${before.line}.`,
          instead: 'Say it on one page, and link to it from the other.',
        },
      ];
    });
}
