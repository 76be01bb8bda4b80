import * as z from 'zod';
import { type Answer, readAnswer } from './checks/answers.ts';
import type { Fault } from './checks/fault.ts';
import { attempt } from './faults.ts';
import { QuestionSchema } from './question-schema.ts';
import { type Fields, readFields } from './read-yaml.ts';
import { checked, schemaFaults } from './schema-faults.ts';
import type { Path } from './schema-shape.ts';

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

/** The one field of the file, which holds its list. */
export const QUESTIONS_FIELD = 'questions';

/** The list in the file below `root`; the place of each question is its place in the list. */
function readList(root: string): Fields {
  const fields = readFields(root, QUESTIONS_FILE);
  const inList = (path: Path): Path => [QUESTIONS_FIELD, ...path];
  return {
    ...fields,
    value: (fields.value as Readonly<Record<string, unknown>> | null)?.[QUESTIONS_FIELD],
    lineOf: (path) => fields.lineOf(inList(path)),
    typedAt: (path) => fields.typedAt?.(inList(path)),
  };
}

/** Every question below `root`, in the order of the file. Throws ContentError with everything to fix. */
export function readQuestions(root: string): Question[] {
  const fields = readList(root);
  return checked(fields, QuestionsSchema, fields.value);
}

/** Each mistake in the questions below `root`. */
export function questionFaults(root: string): readonly Fault[] {
  const { value: fields, faults } = attempt(() => readList(root));
  return fields ? schemaFaults(fields, QuestionsSchema, fields.value) : faults;
}

/** The answers below `root`, in the order of the file. Throws ContentError with everything to fix. */
export function answersIn(root: string): Answer[] {
  const { lineOf } = readList(root);
  return readQuestions(root).flatMap(({ id, question, answer }, index) => {
    if (answer === undefined) return [];
    const asked = { words: question, line: lineOf([index, 'question']) };
    const at = { id, where: QUESTIONS_FILE, line: lineOf([index, 'answer']), asked };
    return [readAnswer(at, answer)];
  });
}

/** The questions below `root` that wait for an answer, as advice to the person who can give one. */
export function unansweredAdvice(root: string): Fault[] {
  const { value: fields } = attempt(() => readList(root));
  const questions = QuestionsSchema.safeParse(fields?.value).data ?? [];
  return questions.flatMap(({ question, answer }, index) =>
    answer === undefined
      ? [
          {
            where: QUESTIONS_FILE,
            line: fields?.lineOf([index, 'question']),
            wrong: `“${question}” has no answer yet, so the site does not show it.`,
            instead: 'Write its answer, or take the question out.',
          },
        ]
      : [],
  );
}
