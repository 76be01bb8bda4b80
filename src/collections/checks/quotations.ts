import { everyNode, lineOf } from '../page-tree.ts';
import { oneLine } from './block.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';
import { passagesOf } from './passage.ts';
import { wordsOf } from './sentences.ts';

const INSTEAD =
  'Leave it out: the site quotes nobody. Words in quotation marks must stand in the source, or be a short phrase a reader might use.';

/** Longer than this, words in quotation marks read as what somebody said. */
const MOST_WORDS = 8;

const QUOTED = /“([^”]*)”/g;

const ATTRIBUTED =
  /”\s*[,.]?\s*(?:[–—-]\s*\p{Lu}|(?:says|said|writes|wrote|explains|explained|told)\b)/gu;

/** Blocks of quotation, and words in quotation marks that could be taken for a testimonial. `source` is the text the site is written from. */
export function quotationFaults(page: PageText, source: string): Fault[] {
  const known = oneLine(source).toLowerCase();
  const blocks = [...everyNode(page.tree)]
    .filter(({ type }) => type === 'blockquote')
    .map((node) => ({
      where: page.file,
      line: lineOf(node),
      wrong: 'A block of quotation reads as somebody’s words.',
      instead: INSTEAD,
    }));
  const quoted = passagesOf(page).flatMap(({ where, text, lineAt }) => {
    const said = [...text.matchAll(QUOTED)].filter(
      ([, words = '']) =>
        wordsOf(words).length > MOST_WORDS && !known.includes(oneLine(words).toLowerCase()),
    );
    return [...said, ...text.matchAll(ATTRIBUTED)].map(({ 0: words, index }) => ({
      where,
      line: lineAt(index),
      wrong: `${oneLine(words)} reads as somebody’s words.`,
      instead: INSTEAD,
    }));
  });
  return [...blocks, ...quoted];
}
