import * as z from 'zod';
import { checked } from './faults.ts';
import { QuestionSchema } from './question-schema.ts';
import { readYaml } from './read-yaml.ts';

/** Where the questions stand, below the project's root. */
export const QUESTIONS_FILE = 'content/questions.yaml';

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
export const readQuestions = (root: string): Question[] =>
  checked(QUESTIONS_FILE, QuestionsSchema, readYaml(root, QUESTIONS_FILE));
