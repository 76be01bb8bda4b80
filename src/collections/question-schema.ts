import * as z from 'zod';

/** One question the source leaves open, in the words it has everywhere. */
export const QuestionSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z]+(-[a-z]+)*$/,
      'Write small letters, with hyphens between words, such as "small-groups".',
    )
    .describe('The name pages use for the question.'),
  question: z
    .string()
    .max(160)
    .regex(/\?$/, 'Write a question, with a question mark at its end.')
    .describe('The question as readers would put it to us.'),
});
