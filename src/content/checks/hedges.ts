import type { FactId } from '#domain/settings/facts.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { lineAt, textOf } from './block.ts';
import type { Fault } from './fault.ts';
import type { PageText } from './page-text.ts';
import { sentencesOf } from './sentences.ts';

/** Facts that are true only with a hedge, as the source has them, and the words that keep it. */
const HEDGES: readonly (readonly [fact: FactId, kept: RegExp, hedge: string])[] = [
  ['length', /\busual(?:ly)?\b/i, 'usually'],
  ['a-day', /\busual(?:ly)?\b/i, 'usually'],
  ['a-project', /\busual(?:ly)?\b/i, 'usually'],
  ['experience', /\baverage\b/i, 'on average'],
];

/** Sentences that state a fact without the hedge that makes it true. */
export const hedgeFaults = ({ file, blocks }: PageText, { facts }: Settings): Fault[] =>
  blocks.flatMap((block) =>
    sentencesOf(textOf(block)).flatMap(({ text, at }) =>
      HEDGES.filter(([fact, kept]) => text.includes(facts[fact].says) && !kept.test(text)).map(
        ([fact, , hedge]) => ({
          where: file,
          line: lineAt(block, at),
          wrong: `“${facts[fact].says}” is not always so.`,
          instead: `Say “${hedge}” in the same sentence.`,
        }),
      ),
    ),
  );
