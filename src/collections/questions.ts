import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { ContentError, checked } from './faults.ts';

/** Where the questions stand, below the project's root. */
export const QUESTIONS_FILE = 'content/questions.yaml';

/** One question the source leaves open, in the words it has everywhere. */
export const QuestionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/, 'small letters with hyphens between words, such as "small-groups"')
    .describe('The name pages use for the question.'),
  question: z
    .string()
    .max(160)
    .regex(/\?$/, 'a question that ends with a question mark')
    .describe('The question as readers would put it to us.'),
});

const QuestionsSchema = z
  .array(QuestionSchema)
  .min(1)
  .refine(
    (questions) => new Set(questions.map(({ id }) => id)).size === questions.length,
    'each id once',
  );

/** A question readers may put to us. */
export type Question = z.infer<typeof QuestionSchema>;

/** Every question below `root`, in the order of the file. Throws ContentError naming each mistake. */
export function readQuestions(root: string): Question[] {
  let data: unknown;
  try {
    data = parse(readFileSync(join(root, QUESTIONS_FILE), 'utf8'));
  } catch (error) {
    throw new ContentError(`${QUESTIONS_FILE} cannot be read. ${(error as Error).message}`);
  }
  return checked(QUESTIONS_FILE, QuestionsSchema, data);
}
