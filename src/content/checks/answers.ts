import { markdownToMdast } from 'satteri';
import { everyNode } from '../page-tree.ts';
import type { Passage } from './passage.ts';
import { plainText } from './plain-text.ts';

/** A question with its answer, as the checks read it. */
export interface Answer {
  readonly id: string;
  readonly where: string;
  readonly line: number | undefined;
  /** The question, and its own line. */
  readonly asked: { readonly words: string; readonly line: number | undefined };
  /** The answer’s paragraphs and items, each as its words. */
  readonly blocks: readonly string[];
  /** Where its links lead. */
  readonly links: readonly string[];
}

/** The answer to the question `id`, which stands at a line of a file as Markdown. */
export function readAnswer(at: Omit<Answer, 'blocks' | 'links'>, markdown: string): Answer {
  const nodes = [...everyNode(markdownToMdast(markdown))];
  return {
    ...at,
    blocks: nodes.filter(({ type }) => type === 'paragraph').map(plainText),
    links: nodes.flatMap((node) => (node.type === 'link' ? [node.url] : [])),
  };
}

/** The words of answers and of their questions, to look through. */
export const answerPassages = (answers: readonly Answer[]): Passage[] =>
  answers.flatMap(({ where, line, asked, blocks }) =>
    [{ text: asked.words, at: asked.line }, ...blocks.map((text) => ({ text, at: line }))].map(
      ({ text, at }) => ({ where, text, written: text, lineAt: () => at, plain: true }),
    ),
  );
