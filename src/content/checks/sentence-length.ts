import { type Block, type BlockKind, lineAt, textOf } from './block.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

/** Words in the longest sentence, and on average (words.md). */
export const SENTENCE_LIMITS = { longest: 25, average: 15 } as const;

const RUNNING: readonly BlockKind[] = ['lede', 'prose'];

const MEASURED: readonly BlockKind[] = [...RUNNING, 'item', 'about', 'next', 'heading'];

/** Enough of a sentence to find it by. */
const beginning = (text: string) => (text.length > 90 ? `${text.slice(0, 80).trimEnd()} …` : text);

const lengths = (block: Block) =>
  sentencesOf(textOf(block)).map(({ text, at }) => ({ text, at, words: wordsOf(text).length }));

/** Words a sentence on average, in the running words of a page. */
export function averageLength({ blocks }: PageText): number {
  const all = blocks.filter(({ kind }) => RUNNING.includes(kind)).flatMap(lengths);
  return all.reduce((sum, { words }) => sum + words, 0) / Math.max(1, all.length);
}

/** Sentences too long to take in at once, and pages whose sentences are long on average. */
export function sentenceFaults(page: PageText): Fault[] {
  const { longest, average } = SENTENCE_LIMITS;
  const long = page.blocks
    .filter(({ kind }) => MEASURED.includes(kind))
    .flatMap((block) =>
      lengths(block)
        .filter(({ words }) => words > longest)
        .map(({ text, at, words }) => ({
          where: page.file,
          line: lineAt(block, at),
          wrong: `“${beginning(text)}” has ${words} words.`,
          instead: `Make it two sentences: ${longest} words is the most.`,
        })),
    );
  const mean = averageLength(page);
  if (mean <= average) return long;
  const wrong = `Its sentences have ${mean.toFixed(1)} words on average.`;
  return [...long, { where: page.file, wrong, instead: `Shorten some: ${average} is the most.` }];
}
