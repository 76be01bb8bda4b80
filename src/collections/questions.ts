import * as z from 'zod';
import type { Fault } from './checks/fault.ts';
import { attempt } from './faults.ts';
import { QuestionSchema } from './question-schema.ts';
import { readFields } from './read-yaml.ts';
import { checked, schemaFaults } from './schema-faults.ts';

/** Where the questions stand, below the project's root. */
export const QUESTIONS_FILE = 'content/questions.yaml';

const QuestionsSchema = z
  .array(QuestionSchema)
  .min(1)
  .superRefine((questions, context) => {
    questions.forEach(({ id }, index) => {
      if (questions.findIndex((other) => other.id === id) === index) return;
      const message = 'Write another name: a question above has this one.';
      context.addIssue({ code: 'custom', path: [index, 'id'], message });
    });
  });

/** A question readers may put to us. */
export type Question = z.infer<typeof QuestionSchema>;

/** Every question below `root`, in the order of the file. Throws ContentError with everything to mend. */
export function readQuestions(root: string): Question[] {
  const fields = readFields(root, QUESTIONS_FILE);
  return checked(fields, QuestionsSchema, fields.value);
}

/** Each mistake in the questions below `root`. */
export function questionFaults(root: string): readonly Fault[] {
  const { value: fields, faults } = attempt(() => readFields(root, QUESTIONS_FILE));
  return fields ? schemaFaults(fields, QuestionsSchema, fields.value) : faults;
}
