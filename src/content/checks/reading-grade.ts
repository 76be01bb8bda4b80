import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { type BlockKind, textOf } from './block.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

/** The highest grade (Flesch-Kincaid), by who a page is for (words.md). */
export const HIGHEST_GRADE = { participants: 7, everyone: 9 } as const;

/** Lists, tables, labels and what is filled in by hand are left out. */
const RUNNING: readonly BlockKind[] = ['lede', 'prose'];

/** The service's own terms, which cannot be said in other words, are left out too. */
const TERMS =
  /\b(?:open\s+)?reflective\s+(?:practice\s+groups?|practice|spaces?)\b|\b(?:external\s+|internal\s+)?facilitators?\b|\borganisations?(?:’s|’)?(?=\W|$)|\bevaluation\b/giu;

/** The grade at which a page's running words read; NaN for a page without any. */
export function readingGrade({ blocks }: PageText): number {
  const sentences = blocks
    .filter(({ kind }) => RUNNING.includes(kind))
    .flatMap((block) => sentencesOf(textOf(block)));
  const words = sentences.flatMap(({ text }) => wordsOf(text.replace(TERMS, ' ')));
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}

/** A page that reads at too high a grade; pages the law asks for are not held to one. */
export function gradeFaults(page: PageText): Fault[] {
  const highest = HIGHEST_GRADE[page.fields.readers];
  const grade = readingGrade(page);
  if (page.fields.duty || Number.isNaN(grade) || grade <= highest) return [];
  return [
    {
      where: page.file,
      wrong: `It reads at grade ${grade.toFixed(1)}.`,
      instead: `Use shorter sentences and plainer words: ${highest} is the most for ${page.fields.readers}.`,
    },
  ];
}
