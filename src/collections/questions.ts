import * as z from 'zod';
import { checked } from './faults.ts';
import { readYaml } from './read-yaml.ts';

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
export const readQuestions = (root: string): Question[] =>
  checked(QUESTIONS_FILE, QuestionsSchema, readYaml(root, QUESTIONS_FILE));
