import { type Block, lineAt, textOf, writtenIn } from './block.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';

/** Words to look through, wherever they came from. */
export interface Passage {
  readonly where: string;
  readonly text: string;
  /** As long as `text`, with dots for what components fill in. */
  readonly written: string;
  readonly lineAt: (offset: number) => number | undefined;
  /** Whether only words can stand there, and no part that the site fills in, as in an answer. */
  readonly plain?: boolean;
}

const fromBlock = (where: string, block: Block): Passage => ({
  where,
  text: textOf(block),
  written: writtenIn(block),
  lineAt: (offset) => lineAt(block, offset),
  plain: block.plain ?? false,
});

/** A page's words, block by block. */
export const passagesOf = ({ file, blocks }: PageText): Passage[] =>
  blocks.map((block) => fromBlock(file, block));

/** Every place a pattern matches in a passage's text, or in `written` when only an editor's own words count; of those, the ones that count. */
export function foundIn(
  passage: Passage,
  pattern: RegExp,
  said: (words: string) => Pick<Fault, 'wrong' | 'instead'>,
  words: 'text' | 'written' = 'text',
  counts: (words: string) => boolean = () => true,
): Fault[] {
  return [...passage[words].matchAll(pattern)].flatMap((match) => {
    const found = match[0].replace(/\s+/g, ' ').trim();
    if (!counts(found)) return [];
    return [{ where: passage.where, line: passage.lineAt(match.index), ...said(found) }];
  });
}
